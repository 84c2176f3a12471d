"""Scenes of the elections."""
