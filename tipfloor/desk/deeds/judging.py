"""Whether an act would be refused, before anything is asked about it."""

from __future__ import annotations

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused
from tipfloor.desk.hand import Hand


def refused(hand: Hand, act: Act) -> str:
    """Return the code of the refusal of an act if it were told now, empty where it is taken."""
    try:
        act.decide(hand.meeting, hand.now())
    except Refused as refusal:
        return refusal.code
    return ""
