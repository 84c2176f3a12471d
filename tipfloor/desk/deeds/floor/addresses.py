"""Deeds of the addresses: given, added, moved, struck; the report that the meeting owes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tipfloor.core.floor.addresses import (
    BeginAddress,
    addresses_of,
    addresses_to_come,
    given,
    is_to_come,
    next_address,
    reports_to_come,
)
from tipfloor.core.floor.order_of_addresses import AddAddress, MoveAddress, StrikeAddress
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.bars import once_closed, while_taken
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.seconds import seconds_of
from tipfloor.desk.ways_out import explained
from tipfloor.words import say
from tipfloor.words.plain import plain


def _not_given(meeting: Meeting) -> list[AddressPlan]:
    return [*addresses_to_come(meeting), *reports_to_come(meeting)]


@deed(offered="g", tables=("addresses",), rank=4, bar=while_taken)
def begin_address(hand: Hand) -> None:
    """Choose the address that is given: the next one first, those of other moments last."""
    meeting = hand.meeting
    here = [item for item in meeting.plan.addresses if item.moment != meeting.moment]
    every = [*addresses_of(meeting, meeting.moment), *here]
    every.sort(key=lambda item: (item != next_address(meeting), not is_to_come(meeting, item)))
    _choose(hand, say("ask.address"), every, lambda code: hand.tell(BeginAddress(address=code)))


@deed(offered="T", when=reports_to_come, rank=9, bar=while_taken)
def take_report(hand: Hand) -> None:
    """Give the floor for the report that is owed, or for one of several."""
    owed = reports_to_come(hand.meeting)
    if not owed:
        hand.notice(say("ask.no_report"), "refusal")
    elif len(owed) == 1:
        hand.tell(BeginAddress(address=owed[0].code))
    else:
        _choose(
            hand,
            say("ask.report_which"),
            owed,
            lambda code: hand.tell(BeginAddress(address=code)),
        )


@deed(
    offered="G",
    kinds=("opening_ceremony", "closing_ceremony"),
    tables=("addresses",),
    bar=once_closed,
)
def add_address(hand: Hand) -> None:
    """Add an address or report: its office, then its planned length."""
    kinds = [(kind, say(f"ask.address_kind_{kind}")) for kind in ("address", "report")]
    hand.ask(AskChoice(say("ask.address_kind"), kinds), lambda kind: _ask_office(hand, kind))


def _ask_office(hand: Hand, kind: str) -> None:
    question = AskText(say("ask.address_office"), hint=in_languages(hand))
    hand.ask(question, lambda office: _ask_minutes(hand, kind, office))


def _ask_minutes(hand: Hand, kind: str, office: str) -> None:
    question = AskText(
        say("ask.address_minutes"), hint=say("ask.address_minutes_hint"), needed=False
    )

    def answer(typed: str) -> None:
        minutes = seconds_of(typed) if typed else 0
        if minutes is None or minutes > 60:
            hand.notice(say("ask.not_minutes"), "refusal")
            return
        planned = round(minutes * 60) or None
        fields = {"office": office, "remark_kind": kind, "planned_seconds": planned}
        hand.tell(worded(AddAddress, hand, **fields))

    hand.ask(question, answer)


@deed(offered="V", tables=("addresses",), some=addresses_to_come)
def move_address(hand: Hand) -> None:
    """Choose an address that is to come, then the one before which it is to stand."""
    following = addresses_to_come(hand.meeting)
    _choose(hand, say("ask.move_address"), following, lambda code: _ask_place(hand, code))


def _ask_place(hand: Hand, code: str) -> None:
    order = [item for item in addresses_of(hand.meeting, hand.meeting.moment) if item.code != code]
    places = [
        (str(place), say("ask.move_before_other", office=plain(item.office)))
        for place, item in enumerate(order, start=1)
        if is_to_come(hand.meeting, item)
    ]
    places.append((str(len(order) + 1), say("ask.move_last")))
    question = AskChoice(say("ask.move_before", office=named(hand, code)), places)
    hand.ask(question, lambda place: hand.tell(MoveAddress(address=code, position=int(place))))


@deed(offered="X", tables=("addresses",), some=_not_given)
def strike_address(hand: Hand) -> None:
    """Choose an address that will not be given."""
    _choose(
        hand,
        say("ask.strike_address"),
        _not_given(hand.meeting),
        lambda code: hand.tell(StrikeAddress(address=code)),
    )


def _choose(
    hand: Hand,
    title: str,
    addresses: Iterable[AddressPlan],
    chosen: Callable[[str], object],
) -> None:
    answers = {item.code: _described(hand, item) for item in addresses}
    if answers:
        hand.ask(AskChoice(title, list(answers.items())), chosen)
    else:
        moment = hand.meeting.moment_plan.title
        refused = Refused("no_address", Rule.PROTOCOL, moment=moment)
        hand.notice(explained(refused, hand.meeting, hand.now()), "refusal")


def _described(hand: Hand, address: AddressPlan) -> str:
    meeting = hand.meeting
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
