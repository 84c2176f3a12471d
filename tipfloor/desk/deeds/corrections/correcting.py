"""Deeds that correct the record: a field of a remark or a decision, for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tipfloor.core.corrections.remark_corrections import Correct
from tipfloor.core.ground.value import Unfit
from tipfloor.core.state.remark import Remark
from tipfloor.desk.correctable import Correctable, Part
from tipfloor.desk.correctable_decisions import concerned
from tipfloor.desk.correctable_remark import of_remark
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskTally, AskText
from tipfloor.desk.typed.delegations import AskDelegation, AskDelegations
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

Answered = Callable[[dict[str, Any]], object]


@deed
def correct(hand: Hand) -> None:
    """Choose a remark, the latest first, then what of it is wrong, and why at the end."""
    remarks = {str(item.number): item for item in reversed(hand.meeting.all_remarks)}
    if not remarks:
        hand.tell(Correct(number=1))
        return
    things = {number: of_remark(hand.meeting, item) for number, item in remarks.items()}
    answers = [
        (number, _described(hand, remarks[number])) for number in things if things[number].parts
    ]
    if not answers:
        hand.notice(say("desk.not_correctable"), "warning")
        return

    def answer(number: str) -> None:
        _ask_part(hand, things[number])

    hand.ask(AskChoice(say("ask.correct"), answers), answer)


def correct_row(hand: Hand, position: int) -> None:
    """Correct what a row of the log is about, by its position in the record."""
    event = hand.record.history[position - 1].event
    found = concerned(hand.meeting, position, event)
    if not found:
        hand.notice(say("desk.not_correctable"), "warning")
    elif len(found) == 1:
        _ask_part(hand, found[0])
    else:
        answers = [(str(place), plain(item.title)) for place, item in enumerate(found)]
        question = AskChoice(say("ask.correct_which"), answers)
        hand.ask(question, lambda place: _ask_part(hand, found[int(place)]))


def _ask_part(hand: Hand, thing: Correctable) -> None:
    if not thing.parts:
        hand.notice(say("desk.not_correctable"), "warning")
        return
    answers = [
        (part.name, say("ask.correct_part", field=_field(part), value=plain(part.value)))
        for part in thing.parts
    ]

    def answer(name: str) -> None:
        part = next(item for item in thing.parts if item.name == name)
        _ask_value(hand, thing, part)

    hand.ask(AskChoice(say("ask.correct_what", thing=plain(thing.title)), answers), answer)


def _ask_value(hand: Hand, thing: Correctable, part: Part) -> None:
    """Ask for the right value, and tell the act; a reason that it lacks is asked for then."""

    def told(fields: dict[str, Any]) -> None:
        try:
            act = thing.act.model_validate({**thing.fixed, **fields})
        except Unfit:
            hand.notice(say("desk.unfit", field=_field(part)), "refusal")
        else:
            hand.tell(act)

    if part.kind == "text":
        part = replace(part, longest=longest(thing.act, part.name))
    title = say("ask.correct_value", thing=plain(thing.title), field=_field(part))
    ASKING[part.kind](hand, title, part, told)


def _ask_delegation(hand: Hand, title: str, part: Part, told: Answered) -> None:
    question = AskDelegation(title, hand.meeting.plan)
    hand.ask(question, lambda code: told({part.name: code}))


def _ask_codes(hand: Hand, title: str, part: Part, told: Answered) -> None:
    hint = say("ask.correct_codes")
    question = AskDelegations(title, hand.meeting.plan, hint=hint, value=part.value)
    hand.ask(question, lambda codes: told({part.name: codes}))


def _ask_text(hand: Hand, title: str, part: Part, told: Answered) -> None:
    question = AskText(title, value=part.value, longest=part.longest)
    hand.ask(question, lambda typed: told({part.name: typed}))


def _ask_number(hand: Hand, title: str, part: Part, told: Answered) -> None:
    def answer(typed: str) -> None:
        if typed.isascii() and typed.isdigit() and len(typed) <= 3:
            told({part.name: int(typed)})
        else:
            hand.notice(say("desk.no_whole_number"), "refusal")

    hand.ask(AskText(title, value=part.value, longest=4), answer)


def _ask_choice(hand: Hand, title: str, part: Part, told: Answered) -> None:
    answers = [(value, plain(words)) for value, words in part.choices]
    hand.ask(AskChoice(title, answers), lambda value: told({part.name: value}))


def _ask_tally(hand: Hand, title: str, part: Part, told: Answered) -> None:
    """Ask for every figure of a vote; those of candidates become ballots by code."""
    columns = list(part.columns)
    shown = list(part.columns.values())
    needed = sum(name.startswith(BALLOTS) or name == "in_favour" for name in columns)

    def answer(figures: tuple[int, ...]) -> None:
        given = dict(zip(columns, figures, strict=True))
        ballots = tuple(
            f"{name.removeprefix(BALLOTS)}={figure}"
            for name, figure in given.items()
            if name.startswith(BALLOTS)
        )
        fields = {name: n for name, n in given.items() if not name.startswith(BALLOTS)}
        told({**fields, "ballots": ballots} if ballots else fields)

    hand.ask(AskTally(title, shown, needed, part.voters), answer)


BALLOTS = "ballots "

ASKING: dict[str, Callable[[Hand, str, Part, Answered], None]] = {
    "delegation": _ask_delegation,
    "codes": _ask_codes,
    "text": _ask_text,
    "number": _ask_number,
    "choice": _ask_choice,
    "tally": _ask_tally,
}
"""How a value of each kind is asked for."""


def _field(part: Part) -> str:
    return say(f"export.field_{part.name}")


def _described(hand: Hand, remark: Remark) -> str:
    time = wall(remark.given_at, hand.meeting.plan.zone, seconds=True)
    name = named(hand, remark.entry.delegation)
    return say("ask.correct_line", number=remark.number, time=time, delegation=name)
