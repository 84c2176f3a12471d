"""How a command ends: its exit statuses, and the exception that carries a last sentence."""

from __future__ import annotations

DONE = 0
REFUSED = 1
"""An act was refused, a meeting file has faults, or a record is not sound."""

MISUSED = 2
"""The command line asks for something that there is not."""

UNUSABLE = 3
"""The record, or another file, cannot be used."""

CUT_OFF = 141
"""Whoever read the output has gone; the status that shells give a closed pipe."""

INTERRUPTED = 130
"""Ctrl+C; the status that shells give it."""


class Stopped(Exception):
    """A command that cannot go on: the sentence to say, and the exit status."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
