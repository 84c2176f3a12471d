"""Deeds of order: points of order, rulings, and the appeal with its vote."""

from __future__ import annotations

from tipfloor.core.deciding.voters import voters
from tipfloor.core.orders.appealing import MakeAppeal, VoteOnAppeal, WithdrawAppeal
from tipfloor.core.orders.orders import RaisePoint, RulePoint, WithdrawPoint
from tipfloor.core.state.point import last_ruled
from tipfloor.desk.deeds.deciding.deciding import carries
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_tally import AskTally
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say

RULINGS = ("sustained", "rejected", "noted")


@deed
def point(desk: DeskScreen) -> None:
    """What comes next of a point of order: the vote, the ruling, an appeal, or a point."""
    if desk.meeting.appealed:
        vote_on_appeal(desk)
    elif desk.meeting.points:
        _ask_ruling(desk)
    elif _is_fresh(desk):
        answers = [(kind, say(f"ask.after_ruling_{kind}")) for kind in ("appeal", "point")]
        question = AskChoice(say("ask.after_ruling"), answers)
        desk.ask(question, lambda kind: appeal(desk) if kind == "appeal" else _raise(desk))
    else:
        _raise(desk)


@deed
def appeal(desk: DeskScreen) -> None:
    """A delegation appeals against the last ruling."""
    question = AskDelegation(say("ask.appeal_by"), desk.meeting.plan)
    desk.ask(question, lambda code: desk.tell(MakeAppeal(delegation=code)))


@deed
def vote_on_appeal(desk: DeskScreen) -> None:
    """Ask for the votes in favour of the ruling, against it, and abstaining."""
    if desk.meeting.appealed is None:
        desk.tell(VoteOnAppeal(in_favour=0, against=0))
        return
    columns = [say(f"ask.column_{name}") for name in ("for", "against", "abstaining")]

    def answer(figures: tuple[int, ...]) -> None:
        in_favour, against, abstaining = figures
        desk.tell(VoteOnAppeal(in_favour=in_favour, against=against, abstaining=abstaining))

    needed = carries(desk, desk.meeting.plan.rules.appeals_majority)
    title = f"{say('ask.appeal_vote')}\n{say('ask.overturned_by', carries=needed)}"
    desk.ask(AskTally(title, columns, 2, voters(desk.meeting)), answer)


@deed
def withdraw_point(desk: DeskScreen) -> None:
    """The first point of order that waits is withdrawn."""
    desk.tell(WithdrawPoint())


@deed
def withdraw_appeal(desk: DeskScreen) -> None:
    """The appeal that waits is withdrawn."""
    desk.tell(WithdrawAppeal())


def _is_fresh(desk: DeskScreen) -> bool:
    """Tell whether the last ruling can be appealed and the floor has not moved since."""
    ruled = last_ruled(desk.meeting.raised)
    if ruled is None or ruled.ruled_at is None or ruled.appeal:
        return False
    return desk.meeting.after_floor(ruled.ruled_at) == ruled.ruled_at


def _ask_ruling(desk: DeskScreen) -> None:
    name = desk.named(desk.meeting.points[0].delegation)
    answers = [(word, say(f"ask.ruling_{word}")) for word in RULINGS]
    answers += [(word, say(f"ask.point_{word}")) for word in ("another", "withdrawn")]
    question = AskChoice(say("ask.ruling", delegation=name), answers)
    desk.ask(question, lambda answer: _rule(desk, answer))


def _rule(desk: DeskScreen, answer: str) -> None:
    if answer == "another":
        _raise(desk)
    elif answer == "withdrawn":
        withdraw_point(desk)
    else:
        desk.tell(RulePoint(ruling=say(f"ask.ruling_{answer}")))


def _raise(desk: DeskScreen) -> None:
    desk.ask(
        AskDelegation(say("ask.point_by"), desk.meeting.plan),
        lambda code: desk.tell(RaisePoint(delegation=code)),
    )
