"""Scenes of points of order."""
