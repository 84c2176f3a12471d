"""Deeds of the chair: who presides."""

from __future__ import annotations

from typing import get_args

from tipfloor.core.plan.programme import Office
from tipfloor.core.registration.presiding import ChangePresiding, elected_officers, officers
from tipfloor.core.state.stage import Presiding
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say
from tipfloor.words.officers import officer_text


@deed
def presiding(desk: DeskScreen) -> None:
    """Let another officer preside: one elected or who did before, or another delegation."""
    now = desk.meeting.presiding
    before = [(item.office, item.delegation) for item in officers(desk.meeting) if item.delegation]
    known = dict.fromkeys([*elected_officers(desk.meeting), *before])
    known.pop((now.office, now.delegation or ""), None)
    former = [
        (f"{office} {code}", officer_text(Presiding(office, code, now.since), desk.meeting.plan))
        for office, code in known
    ]
    others = [(office, say(f"ask.presides_{office}")) for office in get_args(Office)]
    question = AskChoice(
        say("ask.presiding", officer=officer_text(now, desk.meeting.plan)), [*former, *others]
    )
    desk.ask(question, lambda chosen: _chosen(desk, *chosen.split(" ")))


def _chosen(desk: DeskScreen, office: str, code: str | None = None) -> None:
    if code is not None:
        desk.tell(ChangePresiding.model_validate({"office": office, "delegation": code}))
        return
    question = AskDelegation(say("ask.presides_who"), desk.meeting.plan)
    desk.ask(question, lambda found: _chosen(desk, office, found))
