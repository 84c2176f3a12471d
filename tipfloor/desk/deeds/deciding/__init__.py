"""Deeds of deciding: consensus or a vote."""
