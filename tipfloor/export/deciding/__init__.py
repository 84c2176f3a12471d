"""What the files say of how decisions were taken."""
