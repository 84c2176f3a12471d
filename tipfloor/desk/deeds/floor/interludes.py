"""Deeds beside the floor: an interlude and an outage of the webcast, begun and ended."""

from __future__ import annotations

from tipfloor.core.floor.interlude_ends import EndInterlude
from tipfloor.core.floor.interludes import BeginInterlude
from tipfloor.core.floor.outages import BeginOutage, EndOutage
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say

INTERLUDES = ("silence", "film", "photograph", "other")


@deed
def interlude(desk: DeskScreen) -> None:
    """Begin an interlude without a speaker, or end the one that is on."""
    if desk.meeting.interlude:
        desk.tell(EndInterlude())
        return
    answers = [(what, say(f"ask.interlude_{what}")) for what in INTERLUDES]
    desk.ask(AskChoice(say("ask.interlude"), answers), lambda what: _begin(desk, what))


def _begin(desk: DeskScreen, what: str) -> None:
    if what == "other":
        question = AskText(say("ask.interlude_text"))
        desk.ask(question, lambda text: desk.tell(BeginInterlude(what=text)))
    else:
        desk.tell(BeginInterlude(what=say(f"ask.interlude_{what}")))


@deed
def outage(desk: DeskScreen) -> None:
    """The webcast fails, or is back."""
    desk.tell(EndOutage() if desk.meeting.outage else BeginOutage())
