"""Scenes of the recommendations."""
