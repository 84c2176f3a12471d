"""Deeds of the recommendations."""
