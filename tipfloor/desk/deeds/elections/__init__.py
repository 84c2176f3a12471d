"""Deeds of the elections."""
