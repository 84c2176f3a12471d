"""What the files say of the documents."""
