"""Who is in the room: the delegations that can ask for the floor."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.hall.naming import named
from tipfloor.hall.state import Named
from tipfloor.proceedings.live import LiveProceedings


class Roll(Struct, frozen=True):
    """The delegations that are present by name; every one where no roll is kept."""

    position: int
    language: str
    delegations: tuple[Named, ...]


def roll(proceedings: LiveProceedings, language: str) -> Roll:
    """Return the roll as it stands, with names in a language."""
    meeting, _ = proceedings.current()
    meeting = meeting.having(plan=meeting.plan.spoken_in(language))
    every = [item.code for item in meeting.plan.delegations]
    there = [code for code in every if code in meeting.checked_in] or every
    found = sorted((named(meeting, code) for code in there), key=lambda one: one.name)
    return Roll(meeting.position, language, tuple(found))
