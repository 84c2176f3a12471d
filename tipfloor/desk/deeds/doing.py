"""A deed is done, or it is said at once why nothing that could be answered would be taken."""

from __future__ import annotations

from tipfloor.desk.deeds.registry import DEEDS, barred
from tipfloor.desk.hand import Hand


def do(hand: Hand, name: str) -> None:
    """Do a deed by its name, unless something bars it."""
    now = hand.now()
    if why := barred(name, hand.meeting, now):
        from tipfloor.desk.ways_out import explained  # of what is barred

        hand.notice(explained(why, hand.meeting, now), "refusal")
    else:
        DEEDS[name](hand)
