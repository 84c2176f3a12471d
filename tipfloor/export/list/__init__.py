"""What the files say of the list of speakers."""
