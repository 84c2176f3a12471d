"""What one Enter asks for: one act to undo, and each refusal said by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused
from tipfloor.desk.hand import Hand

Single = TypeVar("Single", bound=Act)


def tell_together(
    hand: Hand, acts: Sequence[Single], together: Callable[[Sequence[Single]], Act]
) -> None:
    """Tell those acts as one that the meeting takes; the others are refused, or asked about."""
    sound = [act for act in acts if _is_taken(act, hand)]
    if len(sound) > 1:
        hand.tell(together(sound))
        acts = [act for act in acts if act not in sound]
    if acts:
        hand.tell_each(acts)


def _is_taken(act: Act, hand: Hand) -> bool:
    try:
        act.decide(hand.meeting, hand.now())
    except Refused:
        return False
    return True
