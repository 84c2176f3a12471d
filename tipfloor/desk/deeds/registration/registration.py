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
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_arrivals import AskArrivals
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.together import tell_together
from tipfloor.words import say

CAPACITIES = ("national_authority", "designated_delegate")
CODE = re.compile(r"[A-Za-z]{3}")


@deed
def check_in(desk: DeskScreen) -> None:
    """Ask which delegations arrived, and check each in."""

    def together(acts: Sequence[CheckIn]) -> CheckInAll:
        codes = tuple(act.delegation for act in acts)
        return CheckInAll(delegations=codes, capacity=acts[0].capacity)

    def answer(acts: tuple[CheckIn, ...]) -> None:
        tell_together(desk, acts, together)

    desk.ask(AskArrivals(desk.meeting), answer)


@deed
def check_out(desk: DeskScreen) -> None:
    """A delegation left."""
    question = AskDelegation(say("ask.check_out"), desk.meeting.plan)
    desk.ask(question, lambda code: desk.tell(CheckOut(delegation=code)))


@deed
def amend_check_in(desk: DeskScreen) -> None:
    """Note the date of accreditation of a delegation that is there, or another capacity."""
    latest = desk.meeting.attendance[-1:]
    question = AskDelegation(
        say("ask.amend"), desk.meeting.plan, latest[0].delegation if latest else None
    )
    desk.ask(question, lambda code: _ask_what(desk, code))


def _ask_what(desk: DeskScreen, code: str) -> None:
    stay = last_stay(desk.meeting.attendance, code)
    if stay is None or stay.left is not None:
        desk.tell(AmendCheckIn(delegation=code))
        return
    others = [name for name in CAPACITIES if name != stay.capacity]
    answers = [("date", say("ask.amend_date"))]
    row = desk.meeting.plan.delegation(code)
    kind = "of_observer" if row and not row.state else "of_state"
    answers += [(name, say(f"ask.amend_{name}_{kind}")) for name in others]
    title = say("ask.amend_what", delegation=desk.named(code))

    def answer(chosen: str) -> None:
        if chosen == "date":
            question = AskText(say("ask.accredited_on"), hint=say("ask.date_hint"), needed=False)
            desk.ask(question, lambda typed: _accredited(desk, code, typed))
        else:
            act = {"delegation": code, "capacity": chosen}
            desk.tell(AmendCheckIn.model_validate(act))

    desk.ask(AskChoice(title, answers), answer)


def _accredited(desk: DeskScreen, code: str, typed: str) -> None:
    when = day_of(typed, desk.meeting.plan.meeting.days[0])
    if when is None:
        desk.notice(say("ask.not_a_date"), "refusal")
    else:
        desk.tell(AmendCheckIn(delegation=code, accredited_on=when))


@deed
def admit(desk: DeskScreen) -> None:
    """Admit a delegation that is not on the roster: code, name, as what; then the reason."""
    question = AskText(say("ask.admit_code"), hint=say("ask.admit_code_hint"), needed=False)
    desk.ask(question, lambda code: _ask_name(desk, code))


def _ask_name(desk: DeskScreen, code: str) -> None:
    if not CODE.fullmatch(code):
        desk.notice(say("ask.not_a_code"), "refusal")
        return
    title = say("ask.admit_name", code=code.upper())

    def answer(name: str) -> None:
        if not name:
            desk.notice(say("ask.no_name"), "refusal")
            return
        kinds = ("observer", "state")
        answers = [(kind, say(f"ask.admit_{kind}")) for kind in kinds]
        question = AskChoice(say("ask.admit_as"), answers)
        desk.ask(question, lambda kind: _admit(desk, code, name, kind == "state"))

    desk.ask(AskText(title, hint=say("ask.admit_name_hint"), needed=False), answer)


def _admit(desk: DeskScreen, code: str, name: str, state: bool) -> None:
    desk.tell(Admit(delegation=code, name=name, state=state))


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
