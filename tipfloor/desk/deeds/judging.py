"""Whether an act would be refused, before anything is asked about it."""

from __future__ import annotations

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused
from tipfloor.desk.screens.desk import DeskScreen


def refused(desk: DeskScreen, act: Act) -> str:
    """Return the code of the refusal of an act if it were told now, empty where it is taken."""
    try:
        act.decide(desk.meeting, desk.desk_app.proceedings.now())
    except Refused as refusal:
        return refusal.code
    return ""
