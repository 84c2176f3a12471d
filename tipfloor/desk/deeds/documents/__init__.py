"""Deeds of the documents."""
