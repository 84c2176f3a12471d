"""How a decision was taken and what its vote needed, in words."""

from __future__ import annotations

from tipfloor.core.state.taken import Taken, Tally
from tipfloor.words import count, say


def needed_text(majority: str | None, needed: int | None) -> str:
    """Return how many votes were needed and of whom, empty where a record does not have it."""
    if majority is None or needed is None:
        return ""
    return say(f"export.needed_{majority}", needed=needed)


def against_needed_text(majority: str | None, needed: int | None) -> str:
    """Return how many votes against a ruling were needed to overturn it, empty as above."""
    told = needed_text(majority, needed)
    return say("export.needed_to_overturn", needed=told) if told else ""


def with_needed(votes: str, needed: str) -> str:
    """Return votes with what was needed in brackets, alone where nothing is known of it."""
    return say("export.votes_and_needed", votes=votes, needed=needed) if needed else votes


def taken_text(taken: Taken) -> str:
    """Return how a decision was taken, with its votes; empty for one that needs no method."""
    if taken.method is None:
        return ""
    votes = _votes(taken.tally) if taken.tally else {}
    told = say(f"recommendations.method_{taken.method}", **votes)
    return with_needed(told, needed_text(taken.majority, taken.votes_needed))


def _votes(tally: Tally) -> dict[str, object]:
    """Return the figures of a vote, those that are counted in words as such."""
    return {
        **tally._asdict(),
        "votes_for": count("recommendations.votes_for", tally.in_favour),
        "abstentions": count("recommendations.abstentions", tally.abstaining),
    }
