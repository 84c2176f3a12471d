"""The sound of one screen: the terminal's bell as time runs out, off until it is switched on."""

from __future__ import annotations

from typing import Literal, Protocol

from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.times import span

Sounding = Literal["silent", "end", "warnings"]
ORDER: tuple[Sounding, ...] = ("silent", "end", "warnings")
"""What a sound can be switched to, one after the other."""


class Rings(Protocol):
    """A program in a terminal that has a bell."""

    def bell(self) -> None:
        """Ring it."""


class HasSound(Protocol):
    """A program with a sound of its own."""

    sound: Sound


class Sound:
    """Rings as a remark passes a warning or its limit, each once, for this screen alone.

    Nothing rings for a discreet remark, nor for what had passed before it was first heard of.
    """

    def __init__(self, rings: Rings) -> None:
        self._rings = rings
        self._chosen: Sounding | None = None
        self._heard: tuple[int, int] | None = None
        """The remark that was heard of last, and the milliseconds that it had left then."""

    def chosen(self, outlook: Outlook) -> Sounding:
        """Return what was switched on here, else what the meeting's rules say."""
        return self._chosen or ("end" if outlook.meeting.plan.rules.bell else "silent")

    def turn(self, outlook: Outlook) -> str:
        """Switch to the next sound, let it be heard, and say what it is."""
        place = ORDER.index(self.chosen(outlook))
        self._chosen = ORDER[(place + 1) % len(ORDER)]
        if self._chosen != "silent":
            self._rings.bell()
        return self.told(outlook)

    def told(self, outlook: Outlook) -> str:
        """Say at which times it rings."""
        times = [span(seconds * 1000) for seconds in self._times(outlook)]
        return say("desk.sound_at", times=beside(times)) if times else say("desk.sound_off")

    def hear(self, outlook: Outlook) -> None:
        """Ring where a time passed since the outlook before."""
        floor, left = outlook.meeting.floor, outlook.left
        if floor is None or left is None:
            return
        same = self._heard is not None and self._heard[0] == floor.id
        before = self._heard[1] if self._heard and same else left + 1
        self._heard = (floor.id, left)
        passed = any(left <= seconds * 1000 < before for seconds in self._times(outlook))
        if passed and not outlook.discreet:
            self._rings.bell()

    def _times(self, outlook: Outlook) -> tuple[int, ...]:
        """Return the seconds that may be left when it rings, the most first."""
        chosen, rules = self.chosen(outlook), outlook.meeting.plan.rules
        if chosen == "silent":
            return ()
        return (0,) if chosen == "end" else (*rules.warnings_at_seconds, 0)
