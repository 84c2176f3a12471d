"""Deeds of what was put right."""
