"""Keys of the rules: refuse slides, refuse something else; undo."""

from __future__ import annotations

from tipfloor.core.corrections.undo import Undo
from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.list.requests import Refuse, permitted
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say

REQUESTS = (
    "remote",
    "recorded",
    "not_checked_in",
    "not_accredited",
    "general_report",
    "more_time",
    "other",
)


@deed
def slides(desk: DeskScreen) -> None:
    """Slides are asked for: refuse them, and log it."""
    question = AskDelegation(say("ask.slides"), desk.meeting.plan, _likely(desk))
    desk.ask(question, lambda code: _refuse(desk, code, "slides"))


@deed
def refuse(desk: DeskScreen) -> None:
    """Something else is asked for: refuse it, and log it."""
    rules = desk.meeting.plan.rules
    kinds = [kind for kind in REQUESTS if not permitted(kind, rules)]  # type: ignore[arg-type]
    answers = [(kind, say(f"ask.requested_{kind}")) for kind in kinds]
    desk.ask(AskChoice(say("ask.refuse"), answers), lambda kind: _refuse_by(desk, kind))


@deed
def undo(desk: DeskScreen) -> None:
    """Show the last act, and undo it once that is confirmed."""
    last = desk.meeting.last_act
    if not last:
        desk.tell(Undo())
        return
    question = AskText(
        say("ask.undo", line=desk.line(last[0])), hint=say("ask.undo_hint"), needed=False
    )
    desk.ask(question, lambda reason: desk.tell(Undo(reason=reason or None, position=last[0])))


def _refuse_by(desk: DeskScreen, requested: str) -> None:
    title = say("ask.refuse_by", requested=say(f"ask.requested_{requested}"))
    question = AskDelegation(title, desk.meeting.plan, _likely(desk))
    desk.ask(question, lambda code: _refuse(desk, code, requested))


def _refuse(desk: DeskScreen, code: str, requested: str) -> None:
    desk.tell(Refuse.model_validate({"delegation": code, "requested": requested}))


def _likely(desk: DeskScreen) -> str | None:
    """Return who most likely asks: whoever has the floor, else who comes next."""
    meeting = desk.meeting
    if meeting.floor:
        return delegation_of(meeting.floor, meeting.plan)
    upcoming = meeting.speakers().next
    return upcoming.delegation if upcoming else None
