"""The figures of a vote with how many votes it needed, as boards have room for."""

from __future__ import annotations

from tipfloor.words import say


def with_needed(votes: str, needed: int | None) -> str:
    """Return votes such as "12-9-3" with what was needed, alone where an older record lacks it."""
    return votes if needed is None else say("desk.tally_needed", tally=votes, needed=needed)
