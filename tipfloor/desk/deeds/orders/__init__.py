"""Deeds of points of order."""
