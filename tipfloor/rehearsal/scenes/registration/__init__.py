"""Scenes of registration and the chair."""
