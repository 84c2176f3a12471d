"""Deeds of the addresses: given, added, moved, struck; the report that the meeting owes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tipfloor.core.floor.addresses import (
    BeginAddress,
    addresses_of,
    given,
    is_to_come,
    next_address,
    reports_to_come,
)
from tipfloor.core.floor.order_of_addresses import AddAddress, MoveAddress, StrikeAddress
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.desk.deeds.floor.floor import seconds_of
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say
from tipfloor.words.plain import plain


@deed
def begin_address(desk: DeskScreen) -> None:
    """Choose the address that is given: the next one first, those of other moments last."""
    meeting = desk.meeting
    here = [item for item in meeting.plan.addresses if item.moment != meeting.moment]
    every = [*addresses_of(meeting, meeting.moment), *here]
    every.sort(key=lambda item: (item != next_address(meeting), not is_to_come(meeting, item)))
    _choose(desk, say("ask.address"), every, lambda code: desk.tell(BeginAddress(address=code)))


@deed
def take_report(desk: DeskScreen) -> None:
    """Give the floor for the report that is owed, or for one of several."""
    owed = reports_to_come(desk.meeting)
    if not owed:
        desk.notice(say("ask.no_report"), "refusal")
    elif len(owed) == 1:
        desk.tell(BeginAddress(address=owed[0].code))
    else:
        _choose(
            desk,
            say("ask.report_which"),
            owed,
            lambda code: desk.tell(BeginAddress(address=code)),
        )


@deed
def add_address(desk: DeskScreen) -> None:
    """Add an address or report: its office, then its planned length."""
    kinds = [(kind, say(f"ask.address_kind_{kind}")) for kind in ("address", "report")]
    desk.ask(AskChoice(say("ask.address_kind"), kinds), lambda kind: _ask_office(desk, kind))


def _ask_office(desk: DeskScreen, kind: str) -> None:
    question = AskText(say("ask.address_office"))
    desk.ask(question, lambda office: _ask_minutes(desk, kind, office))


def _ask_minutes(desk: DeskScreen, kind: str, office: str) -> None:
    question = AskText(
        say("ask.address_minutes"), hint=say("ask.address_minutes_hint"), needed=False
    )

    def answer(typed: str) -> None:
        minutes = seconds_of(typed) if typed else 0
        if minutes is None or minutes > 60:
            desk.notice(say("ask.not_minutes"), "refusal")
            return
        planned = round(minutes * 60) or None
        fields = {"office": office, "remark_kind": kind, "planned_seconds": planned}
        desk.tell(AddAddress.model_validate(fields))

    desk.ask(question, answer)


@deed
def move_address(desk: DeskScreen) -> None:
    """Choose an address that is to come, then the one before which it is to stand."""
    _choose(desk, say("ask.move_address"), _to_come(desk), lambda code: _ask_place(desk, code))


def _ask_place(desk: DeskScreen, code: str) -> None:
    order = [item for item in addresses_of(desk.meeting, desk.meeting.moment) if item.code != code]
    places = [
        (str(place), say("ask.move_before_other", office=plain(item.office)))
        for place, item in enumerate(order, start=1)
        if is_to_come(desk.meeting, item)
    ]
    places.append((str(len(order) + 1), say("ask.move_last")))
    question = AskChoice(say("ask.move_before", office=desk.named(code)), places)
    desk.ask(question, lambda place: desk.tell(MoveAddress(address=code, position=int(place))))


@deed
def strike_address(desk: DeskScreen) -> None:
    """Choose an address that will not be given."""
    _choose(
        desk,
        say("ask.strike_address"),
        [*_to_come(desk), *reports_to_come(desk.meeting)],
        lambda code: desk.tell(StrikeAddress(address=code)),
    )


def _to_come(desk: DeskScreen) -> list[AddressPlan]:
    meeting = desk.meeting
    return [item for item in addresses_of(meeting, meeting.moment) if is_to_come(meeting, item)]


def _choose(
    desk: DeskScreen,
    title: str,
    addresses: Iterable[AddressPlan],
    chosen: Callable[[str], object],
) -> None:
    answers = {item.code: _described(desk, item) for item in addresses}
    if answers:
        desk.ask(AskChoice(title, list(answers.items())), chosen)
    else:
        desk.notice(say("ask.no_addresses"), "refusal")


def _described(desk: DeskScreen, address: AddressPlan) -> str:
    meeting = desk.meeting
    if given(meeting, address.code):
        state = "given"
    elif address.code in meeting.addresses_struck:
        state = "not_given"
    elif address.kind == "report":
        state = "report"
    else:
        state = "next" if address == next_address(meeting) else "to_come"
    office, told = plain(address.office), say(f"ask.address_state_{state}")
    return say("ask.address_of", office=office, state=told)
