"""What the files say of figures and times."""
