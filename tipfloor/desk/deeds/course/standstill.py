"""The meeting stands still for lunch or the night, until an hour or without one, and goes on."""

from __future__ import annotations

from tipfloor.core.course.adjournment import Adjourn
from tipfloor.core.course.suspension import ResumeMeeting, Suspend
from tipfloor.desk.deeds.bars import once_closed
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say

STOPS = ("suspend", "suspend_until", "adjourn")


@deed(bar=once_closed)
def suspend(hand: Hand) -> None:
    """Suspend or adjourn the meeting; once it stands still, go on at once."""
    if hand.meeting.suspended_at:
        hand.tell(ResumeMeeting())
        return
    answers = [(kind, say(f"ask.stop_{kind}")) for kind in STOPS]

    def answer(kind: str) -> None:
        if kind == "adjourn":
            adjourn(hand)
        elif kind == "suspend_until":
            _until(hand, Suspend, "suspended_until")
        else:
            hand.tell(Suspend())

    hand.ask(AskChoice(say("ask.stop"), answers), answer)


@deed(bar=Adjourn(waiting="carry_over").decide)
def adjourn(hand: Hand) -> None:
    """Adjourn the meeting, asking when it is to go on."""
    _until(hand, Adjourn, "resumes")


def _until(hand: Hand, stop: type[Suspend | Adjourn], asked: str) -> None:
    """Let the meeting stand still, asking until when; nothing typed is no hour."""
    question = AskText(
        say(f"ask.{asked}"),
        hint=say(f"ask.{asked}_hint"),
        needed=False,
        longest=longest(stop, "resumes"),
    )
    hand.ask(question, lambda typed: hand.tell(stop(resumes=typed or None)))
