"""The news that an Enter was dealt with, sent behind all that it brought about."""

from __future__ import annotations

from textual.message import Message


class Considered(Message):
    """An Enter was dealt with by the line or the list that had the focus."""
