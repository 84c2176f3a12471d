"""The terminal's faces: the chair's desk and the timekeeper's view."""
