"""Deeds that correct the record: a field of a remark or a decision, for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from tipfloor.core.corrections.by_hand import EnterRemark
from tipfloor.core.corrections.remark_corrections import Correct
from tipfloor.core.state.remark import Remark
from tipfloor.desk.correctable import Correctable, Part
from tipfloor.desk.correctable_decisions import concerned
from tipfloor.desk.correctable_remark import of_remark
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.longest import longest
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_delegations import AskDelegations
from tipfloor.desk.screens.ask_tally import AskTally
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

Answered = Callable[[dict[str, Any]], object]


@deed
def correct(desk: DeskScreen) -> None:
    """Choose a remark, the latest first, then what of it is wrong, and why at the end."""
    remarks = {str(item.number): item for item in reversed(desk.meeting.all_remarks)}
    if not remarks:
        desk.tell(Correct(number=1))
        return
    answers = [(number, _described(desk, item)) for number, item in remarks.items()]

    def answer(number: str) -> None:
        _ask_part(desk, of_remark(desk.meeting, remarks[number]))

    desk.ask(AskChoice(say("ask.correct"), answers), answer)


@deed
def enter_remark(desk: DeskScreen) -> None:
    """Enter a remark that was made while the program was down: who, from when to when, and why."""

    def began(code: str) -> None:
        title = say("ask.enter_given", delegation=desk.named(code))
        desk.ask(AskText(title, hint=say("ask.enter_time")), lambda at: ended(code, at))

    def ended(code: str, given: str) -> None:
        title = say("ask.enter_ended", delegation=desk.named(code))

        def answer(at: str) -> None:
            desk.tell(EnterRemark(delegation=code, given_at=given, ended_at=at))

        desk.ask(AskText(title, hint=say("ask.enter_time")), answer)

    desk.ask(AskDelegation(say("ask.enter_remark"), desk.meeting.plan), began)


def correct_row(desk: DeskScreen, position: int) -> None:
    """Correct what a row of the log is about, by its position in the record."""
    event = desk.desk_app.proceedings.history[position - 1].event
    found = concerned(desk.meeting, position, event)
    if not found:
        desk.notice(say("desk.not_correctable"), "warning")
    elif len(found) == 1:
        _ask_part(desk, found[0])
    else:
        answers = [(str(place), plain(item.title)) for place, item in enumerate(found)]
        question = AskChoice(say("ask.correct_which"), answers)
        desk.ask(question, lambda place: _ask_part(desk, found[int(place)]))


def _ask_part(desk: DeskScreen, thing: Correctable) -> None:
    answers = [
        (part.name, say("ask.correct_part", field=_field(part), value=plain(part.value)))
        for part in thing.parts
    ]

    def answer(name: str) -> None:
        part = next(item for item in thing.parts if item.name == name)
        _ask_value(desk, thing, part)

    desk.ask(AskChoice(say("ask.correct_what", thing=plain(thing.title)), answers), answer)


def _ask_value(desk: DeskScreen, thing: Correctable, part: Part) -> None:
    """Ask for the right value, and tell the act; a reason that it lacks is asked for then."""

    def told(fields: dict[str, Any]) -> None:
        try:
            act = thing.act.model_validate({**_kind(thing), **thing.fixed, **fields})
        except ValidationError:
            desk.notice(say("desk.unfit", field=_field(part)), "refusal")
        else:
            desk.tell(act)

    if part.kind == "text":
        part = replace(part, longest=longest(thing.act, part.name))
    title = say("ask.correct_value", thing=plain(thing.title), field=_field(part))
    ASKING[part.kind](desk, title, part, told)


def _kind(thing: Correctable) -> dict[str, Any]:
    return {"kind": thing.act.model_fields["kind"].default}


def _ask_delegation(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
    question = AskDelegation(title, desk.meeting.plan)
    desk.ask(question, lambda code: told({part.name: code}))


def _ask_codes(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
    hint = say("ask.correct_codes")
    question = AskDelegations(title, desk.meeting.plan, hint=hint, value=part.value)
    desk.ask(question, lambda codes: told({part.name: codes}))


def _ask_text(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
    question = AskText(title, value=part.value, longest=part.longest)
    desk.ask(question, lambda typed: told({part.name: typed}))


def _ask_number(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
    def answer(typed: str) -> None:
        if typed.isascii() and typed.isdigit() and len(typed) <= 3:
            told({part.name: int(typed)})
        else:
            desk.notice(say("desk.no_whole_number"), "refusal")

    desk.ask(AskText(title, value=part.value, longest=4), answer)


def _ask_choice(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
    answers = [(value, plain(words)) for value, words in part.choices]
    desk.ask(AskChoice(title, answers), lambda value: told({part.name: value}))


def _ask_tally(desk: DeskScreen, title: str, part: Part, told: Answered) -> None:
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

    desk.ask(AskTally(title, shown, needed, part.voters), answer)


BALLOTS = "ballots "

ASKING: dict[str, Callable[[DeskScreen, str, Part, Answered], None]] = {
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


def _described(desk: DeskScreen, remark: Remark) -> str:
    time = wall(remark.given_at, desk.meeting.plan.zone, seconds=True)
    name = desk.named(remark.entry.delegation)
    return say("ask.correct_line", number=remark.number, time=time, delegation=name)
