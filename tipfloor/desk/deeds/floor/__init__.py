"""Deeds of the floor: remarks, addresses, interludes."""
