"""Scenes of the floor: remarks, addresses, interludes."""
