"""tipfloor: speaking time and session management for the chair's desk of a meeting."""

__version__ = "0.1.0"
