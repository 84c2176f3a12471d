"""Deeds beside the floor: an interlude and an outage of the webcast, begun and ended."""

from __future__ import annotations

from tipfloor.core.floor.interlude_ends import EndInterlude
from tipfloor.core.floor.interludes import BeginInterlude
from tipfloor.core.floor.outages import BeginOutage, EndOutage
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say
from tipfloor.words.offered import INTERLUDES, interlude_text


def _bar(meeting: Meeting, now: Instant) -> None:
    """Bar one from beginning where the floor is taken. Raises Refused."""
    if not meeting.interlude:
        BeginInterlude(what=INTERLUDES[0]).decide(meeting, now)


@deed(offered="f", bar=_bar)
def interlude(hand: Hand) -> None:
    """Begin an interlude without a speaker, or end the one that is on."""
    if hand.meeting.interlude:
        hand.tell(EndInterlude())
        return
    answers = [(what, interlude_text(what)) for what in INTERLUDES]
    answers.append(("other", say("ask.interlude_other")))
    hand.ask(AskChoice(say("ask.interlude"), answers), lambda what: _begin(hand, what))


def _begin(hand: Hand, what: str) -> None:
    if what == "other":
        question = AskText(say("ask.interlude_text"))
        hand.ask(question, lambda text: hand.tell(BeginInterlude(what=text)))
    else:
        hand.tell(BeginInterlude(what=what))


@deed(offered="w")
def outage(hand: Hand) -> None:
    """The webcast fails, or is back."""
    hand.tell(EndOutage() if hand.meeting.outage else BeginOutage())
