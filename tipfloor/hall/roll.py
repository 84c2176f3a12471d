"""Who is in the room: the delegations that can ask for the floor."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.hall.naming import named
from tipfloor.hall.state import Named
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.words import speaking
from tipfloor.words.alphabet import in_order


class Roll(Struct, frozen=True):
    """The delegations that are present, in the order of lists; every one where no roll is kept."""

    position: int
    language: str
    delegations: tuple[Named, ...]


def roll(proceedings: LiveProceedings, language: str) -> Roll:
    """Return the roll as it stands, with names in a language."""
    meeting, _ = proceedings.current()
    meeting = meeting.having(plan=meeting.plan.spoken_in(language))
    with speaking(language):
        every = [
            row.code for row in in_order(meeting.plan.delegations, meeting.plan.first_language)
        ]
    there = [code for code in every if code in meeting.checked_in] or every
    return Roll(meeting.position, language, tuple(named(meeting, code) for code in there))
