"""Deeds of the list of speakers."""
