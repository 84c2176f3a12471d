"""Scenes of the course of the meeting."""
