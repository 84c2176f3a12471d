"""What one Enter asks for: one act to undo, and each refusal said by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused

if TYPE_CHECKING:
    from tipfloor.desk.screens.desk import DeskScreen

Single = TypeVar("Single", bound=Act)


def tell_together(
    desk: DeskScreen, acts: Sequence[Single], together: Callable[[Sequence[Single]], Act]
) -> None:
    """Tell those acts as one that the meeting takes; the others are refused, or asked about."""
    sound = [act for act in acts if _is_taken(act, desk)]
    if len(sound) > 1:
        desk.tell(together(sound))
        acts = [act for act in acts if act not in sound]
    if acts:
        desk.tell_each(acts)


def _is_taken(act: Act, desk: DeskScreen) -> bool:
    try:
        act.decide(desk.meeting, desk.desk_app.proceedings.now())
    except Refused:
        return False
    return True
