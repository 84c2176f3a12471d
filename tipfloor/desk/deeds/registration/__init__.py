"""Deeds of registration and the chair."""
