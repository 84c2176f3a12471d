"""Scenes of the documents."""
