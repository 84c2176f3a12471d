"""What the files say of the elections."""
