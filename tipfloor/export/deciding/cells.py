"""How a decision was taken, as the rows of decisions hold it."""

from __future__ import annotations

from typing import TypedDict

from msgspec import Struct

from tipfloor.core.state.taken import Taken


class Votes(Struct, frozen=True):
    """The votes of a decision that was not taken by consensus."""

    in_favour: int
    against: int
    abstaining: int


class How(TypedDict):
    """The cells of a row that say how a decision was taken, by codes."""

    method: str | None
    votes: Votes | None
    majority: str | None
    votes_needed: int | None
    present: int
    needed: int


def how(taken: Taken) -> How:
    """Return the cells of how a decision was taken."""
    return {
        "method": taken.method,
        "votes": Votes(*taken.tally) if taken.tally else None,
        "majority": taken.majority,
        "votes_needed": taken.votes_needed,
        "present": taken.present,
        "needed": taken.needed,
    }
