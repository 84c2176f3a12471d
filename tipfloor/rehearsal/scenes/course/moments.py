"""What befalls the course of the meeting: a changed file, a step back, one more session."""

from __future__ import annotations

from msgspec.structs import replace

from tipfloor.core.plan.plan import MomentPlan
from tipfloor.rehearsal.player import Player


def changed_file(player: Player) -> None:
    """The meeting file is changed before the opening and put back; the desk takes both over."""
    filed = player.meeting.filed_plan
    changed = replace(filed, rules=replace(filed.rules, bell=not filed.rules.bell))
    player.tell("adopt_plan", plan=changed)
    player.wait(60, 120)
    player.tell("adopt_plan", plan=filed)


def step_back(player: Player, moment: MomentPlan) -> None:
    """The chair goes back to the former moment for a while, and forward again."""
    player.wait(10, 30)
    player.tell("previous_moment", reason="a delegation had not been heard")
    player.wait(60, 120)
    player.tell("go_to_moment", moment=moment.code)


def one_more_session(player: Player) -> str | None:
    """A session on another topic is added while the meeting runs; its code, None if refused."""
    told = player.tell(
        "add_session",
        session="added",
        title=player.typed("session"),
        topic=player.typed("topic"),
    )
    return "added" if told else None
