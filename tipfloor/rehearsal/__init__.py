"""A whole meeting that plays itself: for training, for pictures, and as a load."""

from tipfloor.rehearsal.playing import Played, rehearse

__all__ = ["Played", "rehearse"]
