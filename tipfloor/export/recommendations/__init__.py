"""What the files say of the recommendations."""
