"""What the files say of the floor: remarks, addresses, interludes."""
