"""The meeting stands still for lunch or the night, until an hour or without one, and goes on."""

from __future__ import annotations

from tipfloor.core.course.adjournment import Adjourn
from tipfloor.core.course.suspension import ResumeMeeting, Suspend
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say

STOPS = ("suspend", "suspend_until", "adjourn")


@deed
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
            _suspend_until(hand)
        else:
            hand.tell(Suspend())

    hand.ask(AskChoice(say("ask.stop"), answers), answer)


def _suspend_until(hand: Hand) -> None:
    question = AskText(
        say("ask.suspended_until"),
        hint=say("ask.suspended_until_hint"),
        needed=False,
        longest=longest(Suspend, "resumes"),
    )
    hand.ask(question, lambda typed: hand.tell(Suspend(resumes=typed or None)))


@deed
def adjourn(hand: Hand) -> None:
    """Adjourn the meeting, asking when it is to go on."""
    question = AskText(
        say("ask.resumes"),
        hint=say("ask.resumes_hint"),
        needed=False,
        longest=longest(Adjourn, "resumes"),
    )
    hand.ask(question, lambda typed: hand.tell(Adjourn(resumes=typed or None)))
