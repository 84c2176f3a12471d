"""Scenes of the list of speakers."""
