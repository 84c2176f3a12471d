"""What the files say of points of order."""
