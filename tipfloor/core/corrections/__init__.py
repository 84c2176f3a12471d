"""What puts the record right: undo, corrections and remarks entered by hand."""
