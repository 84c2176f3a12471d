"""Telling a sentence from keys: what is typed where nothing is to be typed does nothing.

Every letter of the desk is a deed. Whoever types a sentence without having opened a question does
one deed by its first letter; this keeps the rest from doing any. A letter in haste behind another
is held until it is known whether a third one comes; pairs that people press are not held.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

HASTE = 400
"""Milliseconds: a key that comes sooner behind another was pressed without a look at the screen."""

QUEUED = 20
"""Milliseconds: keys closer than a hand can type waited for the program, or come from a machine."""

REST = 1_000
"""Milliseconds without a key, after which keys are deeds again."""

Wanted = Callable[[str, int], bool]
"""Tells whether a character is meant, by the one behind which it came and its place in the run."""


class Verdict(Enum):
    """What is to become of a key."""

    TAKE = auto()
    HOLD = auto()
    IGNORE = auto()


class Prose:
    """The run of keys as they were pressed; instants are milliseconds of one clock."""

    def __init__(self) -> None:
        self.going_on = False
        """Whether a sentence is being typed, of which every further key is ignored."""
        self.in_one_go = 0
        """How many characters were typed behind a deed's own key without a look at the screen."""
        self.chained = False
        """Whether the deed's own key came in haste behind another letter already."""
        self._behind, self._at, self._run = "", -REST, 0
        self._holding = self._after_deed = False

    def judge(self, key: str, at: int, wanted: Wanted, *, character: bool, deed: bool) -> Verdict:
        """Take in a key and say what is to become of it; a `deed` is one for the desk itself."""
        gap, self._at = at - self._at, at
        if self.going_on and gap < REST:
            return Verdict.IGNORE if character or key == "enter" else Verdict.TAKE
        self.going_on = False
        in_haste = gap < HASTE and (gap >= QUEUED or self._holding)
        self._count(key, in_haste=in_haste, character=character, deed=deed)
        if self._holding and in_haste and (character or key == "enter"):
            self.going_on, self._holding = True, False
            return Verdict.IGNORE
        behind, self._behind = self._behind, key
        self._holding = character and self._run > 1 and not wanted(behind, self._run)
        return Verdict.HOLD if self._holding else Verdict.TAKE

    def released(self) -> None:
        """The key that was held is done: no other came."""
        self._holding = False

    def answered(self) -> None:
        """A key answered a question: what comes next is a new beginning."""
        self._run = 0

    def refused(self) -> None:
        """What the key asked for was refused: a character in haste behind it begins nothing."""
        self._run = max(self._run, 1)

    def _count(self, key: str, *, in_haste: bool, character: bool, deed: bool) -> None:
        """Count the characters of the run, and those behind a deed's own key."""
        self._run = (self._run if in_haste else 0) + 1 if character else 0
        if not in_haste or (deed and character):
            self.in_one_go, self._after_deed = 0, deed and character
            self.chained = deed and self._run > 1
        elif character and self._after_deed:
            self.in_one_go += 1
