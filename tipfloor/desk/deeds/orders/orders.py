"""Deeds of order: points of order, rulings, and the appeal with its vote."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.deciding.voters import voters
from tipfloor.core.floor.floor import refuse_while_appealed
from tipfloor.core.floor.stoppages import Pause, Resume
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.instant import Instant
from tipfloor.core.orders.appealing import (
    MakeAppeal,
    VoteOnAppeal,
    WithdrawAppeal,
    ruling_to_appeal,
)
from tipfloor.core.orders.orders import RaisePoint, RulePoint, WithdrawPoint
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import last_ruled
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.deciding.deciding import carries
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskTally
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import say
from tipfloor.words.offered import RULINGS, ruling_text


@deed(bar=while_still)
def point(hand: Hand) -> None:
    """Stop the clock, then ask what comes of it: a vote, a ruling, an appeal, or who raises one.

    The clock comes first, so that the typing costs the speaker nothing and no limit passes
    meanwhile; without an answer it goes on where it was.
    """
    fresh, started = _is_fresh(hand), Interruption(hand)
    if hand.meeting.appealed:
        vote_on_appeal(hand)
    elif hand.meeting.points:
        _ask_ruling(hand)
    elif fresh:
        answers = [(kind, say(f"ask.after_ruling_{kind}")) for kind in ("appeal", "point")]
        acts = {"appeal": started.ask_appeal, "point": started.ask_point}
        question = AskChoice(say("ask.after_ruling"), answers)
        hand.ask(question, lambda kind: acts[kind](), started.take_back)
    else:
        started.ask_point()


def _bar_appeal(meeting: Meeting, now: Instant) -> None:
    """Bar an appeal where no ruling can be appealed against. Raises Refused."""
    meeting.refuse_while_suspended()
    refuse_while_appealed(meeting)
    ruling_to_appeal(meeting)


@deed(bar=_bar_appeal)
def appeal(hand: Hand) -> None:
    """A delegation appeals against the last ruling."""
    Interruption(hand).ask_appeal()


class Interruption:
    """A speaker whose clock was stopped by a key, before it is known by whom and for what."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._at = hand.now()
        self._stopped = self._stop()

    def ask_point(self) -> None:
        """Ask who raises a point of order."""
        self._ask(say("ask.point_by"), lambda code: RaisePoint(delegation=code), _ask_first_ruling)

    def ask_appeal(self) -> None:
        """Ask who appeals against the last ruling."""
        self._ask(say("ask.appeal_by"), lambda code: MakeAppeal(delegation=code))

    def take_back(self) -> None:
        """Nothing came of it: the clock goes on, and the time of the question is given back."""
        floor = self._hand.meeting.floor
        stands = floor is not None and floor.id == self._stopped and floor.pause is not None
        if stands and not self._hand.meeting.points and not self._hand.meeting.appealed:
            self._hand.tell(Resume())

    def _stop(self) -> int | None:
        """Stop the clock where it runs and the rules stop it; return whose it is, by remark."""
        meeting = as_of(self._hand.meeting, self._at)
        speaker, rules = meeting.speaker, meeting.plan.rules
        if speaker is None or speaker.pause or meeting.suspended_at or meeting.closed_at:
            return None
        if not rules.pause_on_point_of_order or meeting.points or meeting.appealed:
            return None
        told = self._hand.tell(Pause(reason="point_of_order"), self._at)
        return speaker.id if told else None

    def _ask(
        self,
        title: str,
        act: Callable[[str], Act],
        then: Callable[[Hand], object] = lambda hand: None,
    ) -> None:
        question = AskDelegation(title, self._hand.meeting.plan)
        self._hand.ask(question, lambda code: self._raise(act(code), then), self.take_back)

    def _raise(self, act: Act, then: Callable[[Hand], object]) -> None:
        if self._hand.tell(act, self._at):
            then(self._hand)
        else:
            self.take_back()


@deed(bar=while_still)
def vote_on_appeal(hand: Hand) -> None:
    """Ask for the votes in favour of the ruling, against it, and abstaining."""
    if hand.meeting.appealed is None:
        hand.tell(VoteOnAppeal(in_favour=0, against=0))
        return
    columns = [say(f"ask.column_{name}") for name in ("for", "against", "abstaining")]

    def answer(figures: tuple[int, ...]) -> None:
        in_favour, against, abstaining = figures
        hand.tell(VoteOnAppeal(in_favour=in_favour, against=against, abstaining=abstaining))

    needed = carries(hand, hand.meeting.plan.rules.appeals_majority)
    title = f"{say('ask.appeal_vote')}\n{say('ask.overturned_by', carries=needed)}"
    hand.ask(AskTally(title, columns, 2, voters(hand.meeting)), answer)


@deed
def withdraw_point(hand: Hand) -> None:
    """The first point of order that waits is withdrawn."""
    hand.tell(WithdrawPoint())


@deed
def withdraw_appeal(hand: Hand) -> None:
    """The appeal that waits is withdrawn."""
    hand.tell(WithdrawAppeal())


def _is_fresh(hand: Hand) -> bool:
    """Tell whether the last ruling can be appealed and the floor has not moved since."""
    ruled = last_ruled(hand.meeting.raised)
    if ruled is None or ruled.ruled_at is None or ruled.appeal:
        return False
    return hand.meeting.after_floor(ruled.ruled_at) == ruled.ruled_at


def _ask_first_ruling(hand: Hand) -> None:
    """Ask for the ruling at once where no other point waits before it; it can be left for later."""
    if len(hand.meeting.points) == 1:
        _ask_ruling(hand)


def _ask_ruling(hand: Hand) -> None:
    name = named(hand, hand.meeting.points[0].delegation)
    answers = [(word, ruling_text(word)) for word in RULINGS]
    answers += [(word, say(f"ask.point_{word}")) for word in ("another", "withdrawn")]
    question = AskChoice(say("ask.ruling", delegation=name), answers)
    hand.ask(question, lambda answer: _rule(hand, answer))


def _rule(hand: Hand, answer: str) -> None:
    if answer == "another":
        Interruption(hand).ask_point()
    elif answer == "withdrawn":
        withdraw_point(hand)
    else:
        hand.tell(RulePoint(ruling=answer))
