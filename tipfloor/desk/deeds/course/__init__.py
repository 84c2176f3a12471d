"""Deeds of the course of the meeting."""
