"""Deeds of registration: who arrived, who left, who is admitted at the door."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tipfloor.core.ground.fields import Day
from tipfloor.core.registration.admission import Admit
from tipfloor.core.registration.arrivals import CheckInAll
from tipfloor.core.registration.registration import AmendCheckIn, CheckIn, CheckOut
from tipfloor.core.state.stay import last_stay
from tipfloor.desk.deeds.bars import while_empty
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import worded
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.together import tell_together
from tipfloor.desk.typed.arrivals import AskArrivals
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import say

CAPACITIES = ("national_authority", "designated_delegate")
CODE = re.compile(r"[A-Za-z]{3}")


@deed(offered="i", when=lambda meeting: True)
def check_in(hand: Hand) -> None:
    """Ask which delegations arrived, and check each in."""

    def together(acts: Sequence[CheckIn]) -> CheckInAll:
        codes = tuple(act.delegation for act in acts)
        return CheckInAll(delegations=codes, capacity=acts[0].capacity)

    def answer(acts: tuple[CheckIn, ...]) -> None:
        tell_together(hand, acts, together)

    hand.ask(AskArrivals(hand.meeting), answer)


@deed(offered="o", kinds=("registration",), everywhere=True, bar=while_empty)
def check_out(hand: Hand) -> None:
    """A delegation left."""
    question = AskDelegation(say("ask.check_out"), hand.meeting.plan)
    hand.ask(question, lambda code: hand.tell(CheckOut(delegation=code)))


@deed(offered="y", kinds=("registration",), bar=while_empty)
def amend_check_in(hand: Hand) -> None:
    """Note the date of accreditation of a delegation that is there, or another capacity."""
    latest = hand.meeting.attendance[-1:]
    question = AskDelegation(
        say("ask.amend"), hand.meeting.plan, latest[0].delegation if latest else None
    )
    hand.ask(question, lambda code: _ask_what(hand, code))


def _ask_what(hand: Hand, code: str) -> None:
    stay = last_stay(hand.meeting.attendance, code)
    if stay is None or stay.left is not None:
        hand.tell(AmendCheckIn(delegation=code))
        return
    others = [name for name in CAPACITIES if name != stay.capacity]
    answers = [("date", say("ask.amend_date"))]
    row = hand.meeting.plan.delegation(code)
    kind = "of_observer" if row and not row.state else "of_state"
    answers += [(name, say(f"ask.amend_{name}_{kind}")) for name in others]
    title = say("ask.amend_what", delegation=named(hand, code))

    def answer(chosen: str) -> None:
        if chosen == "date":
            question = AskText(say("ask.accredited_on"), hint=say("ask.date_hint"), needed=False)
            hand.ask(question, lambda typed: _accredited(hand, code, typed))
        else:
            act = {"delegation": code, "capacity": chosen}
            hand.tell(AmendCheckIn.model_validate(act))

    hand.ask(AskChoice(title, answers), answer)


def _accredited(hand: Hand, code: str, typed: str) -> None:
    when = day_of(typed, hand.meeting.plan.meeting.days[0])
    if when is None:
        hand.notice(say("ask.not_a_date"), "refusal")
    else:
        hand.tell(AmendCheckIn(delegation=code, accredited_on=when))


@deed(offered="d", kinds=("registration",))
def admit(hand: Hand) -> None:
    """Admit a delegation that is not on the roster: code, name, as what; then the reason."""
    question = AskText(say("ask.admit_code"), hint=say("ask.admit_code_hint"), needed=False)
    hand.ask(question, lambda code: _ask_name(hand, code))


def _ask_name(hand: Hand, code: str) -> None:
    if not CODE.fullmatch(code):
        hand.notice(say("ask.not_a_code"), "refusal")
        return
    title = say("ask.admit_name", code=code.upper())

    def answer(name: str) -> None:
        if not name:
            hand.notice(say("ask.no_name"), "refusal")
            return
        kinds = ("observer", "state")
        answers = [(kind, say(f"ask.admit_{kind}")) for kind in kinds]
        question = AskChoice(say("ask.admit_as"), answers)
        hand.ask(question, lambda kind: _admit(hand, code, name, kind == "state"))

    hand.ask(AskText(title, hint=say("ask.admit_name_hint"), needed=False), answer)


def _admit(hand: Hand, code: str, name: str, state: bool) -> None:
    hand.tell(worded(Admit, hand, delegation=code, name=name, state=state))


def day_of(typed: str, near: Day) -> date | None:
    """Return the day typed as 2024-01-28, or as 28.1 or 28/1 of the year next before `near`."""
    whole = re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", typed)
    short = re.fullmatch(r"\s*(\d{1,2})[./](\d{1,2})\.?\s*", typed)
    try:
        if whole:
            found = date(*map(int, whole.groups()))
            return found if 1948 <= found.year <= 2200 else None
        if short:
            this = date(near.year, int(short[2]), int(short[1]))
            return this if this <= near else this.replace(year=near.year - 1)
    except ValueError:
        return None
    return None
