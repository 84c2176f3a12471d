"""Comparing a file with what its record makes: whole where it can be, else by its figures."""
