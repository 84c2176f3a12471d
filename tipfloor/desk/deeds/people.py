"""Deeds of people: who speaks, and how much is shown of whom; names stand apart from the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from tipfloor.core.corrections.naming import NameSpeaker
from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.ground.mentions import Mention
from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.floor.floor import last_remark, named_remark
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.proceedings.errands import Forgotten, Kept, People
from tipfloor.store import Person, Shown, StoreFault
from tipfloor.store.consent import (
    LONGEST,
    NOTHING,
    PersonRefused,
    consenting,
    new_person,
    showing,
    withdrawing,
)
from tipfloor.words import say
from tipfloor.words.people import LEVELS, shown_as
from tipfloor.words.plain import plain

Done = TypeVar("Done", Forgotten, Kept)

NOBODY = "nobody"

MOST_ROWS = 12
"""Rows of the record that a notice names."""


@deed
def name_speaker(desk: DeskScreen) -> None:
    """Note who speaks, or spoke last in this session, among the people of the delegation."""
    if found := last_remark(desk):
        name_speaker_of(desk, found)


def name_speaker_of(desk: DeskScreen, remark: Remark) -> None:
    """Ask who spoke in a remark, naming it."""
    code, number = remark.entry.delegation, remark.number
    codes = {code, delegation_of(remark, desk.meeting.plan)}
    people = [item for item in _people(desk) if item.delegation in codes]
    if not people:
        desk.notice(say("desk.no_people", delegation=desk.named(code)), "warning")
        return
    answers = [(item.id, _named(item)) for item in people]
    answers.append((NOBODY, say("ask.speaker_nobody")))

    def answer(chosen: str) -> None:
        person = None if chosen == NOBODY else chosen
        desk.tell(NameSpeaker(number=number, person=person))

    title = say("ask.speaker", **named_remark(desk, remark))
    desk.ask(AskChoice(title, answers), answer)


@deed
def keep_person(desk: DeskScreen) -> None:
    """Keep someone who speaks for a delegation: name, office, and what is shown of them."""

    def named(code: str) -> None:
        question = AskText(
            say("ask.person_name", delegation=desk.named(code)),
            hint=say("ask.enter_escape"),
            needed=False,
            longest=LONGEST,
        )
        desk.ask(question, lambda name: in_office(code, name))

    def in_office(code: str, name: str) -> None:
        question = AskText(
            say("ask.person_office_of"), hint=say("ask.enter_escape"), needed=False, longest=LONGEST
        )
        desk.ask(question, lambda office: _ask_level(desk, made(code, name, office)))

    def made(code: str, name: str, office: str) -> Callable[[People], Person]:
        texts = (plain(name).strip(), plain(office).strip())
        return lambda people: new_person(people.values(), code, *texts)

    desk.ask(AskDelegation(say("ask.person_of"), desk.meeting.plan), named)


@deed
def change_person(desk: DeskScreen) -> None:
    """Choose someone: show more or less, withdraw the consent, or erase the person for good."""
    people = _people(desk)
    if not people:
        desk.notice(say("desk.nobody_kept"), "warning")
        return
    answers = [
        (item.id, say("ask.person_line", delegation=item.delegation, shown=_named(item)))
        for item in people
    ]
    desk.ask(AskChoice(say("ask.person"), answers), lambda person: _ask_change(desk, person))


def _ask_level(desk: DeskScreen, made: Callable[[People], Person]) -> None:
    answers = [(level, say(f"ask.person_{level}")) for level in LEVELS]
    question = AskChoice(say("ask.person_shown"), answers)
    now = _now(desk)
    desk.ask(
        question, lambda level: _keep(desk, lambda people: _at_level(made(people), level, now))
    )


def _at_level(person: Person, level: str, now: str) -> Person:
    """Return the person shown at a level; the answer that shows more says that it was agreed."""
    agreed = person if level == NOTHING else consenting(person, now)
    return showing(agreed, level)


def _ask_change(desk: DeskScreen, person: str) -> None:
    kinds = (*LEVELS, "withdraw", "forget")
    answers = [(kind, say(f"ask.person_{kind}")) for kind in kinds]

    def answer(kind: str) -> None:
        now = _now(desk)
        if kind == "forget":
            _ask_forget(desk, person)
        elif kind == "withdraw":
            _keep(desk, lambda people: withdrawing(_known(people, person), now))
        else:
            _keep(desk, lambda people: _at_level(_known(people, person), kind, now))

    found = desk.desk_app.proceedings.people.get(person)
    title = say("ask.person_change", person=_named(found) if found else person)
    desk.ask(AskChoice(title, answers), answer)


def _ask_forget(desk: DeskScreen, person: str) -> None:
    """Ask once more: what is erased does not come back."""
    answers = [(kind, say(f"ask.forget_{kind}")) for kind in ("no", "yes")]

    def answer(kind: str) -> None:
        if kind == "yes":
            _forget(desk, person)

    desk.ask(AskChoice(say("ask.forget"), answers), answer)


def _forget(desk: DeskScreen, person: str) -> None:
    heard = partial(_hear, desk, _tell_forgotten)
    desk.desk_app.proceedings.forget_person(person, heard)


def _tell_forgotten(desk: DeskScreen, done: Forgotten) -> None:
    """Say that a person is forgotten, and what still shows the name."""
    if not done.erased:
        words, bad = say("desk.not_erased_yet"), True
    elif done.found:
        words, bad = say("desk.erased_but"), True
    else:
        words, bad = say("desk.forgotten"), False
    told = _stale(_still_held(words, done.found), done.stale)
    desk.notice(told, "error" if bad else "done", stays=bad or bool(done.stale))


def _still_held(words: str, found: Sequence[Mention]) -> str:
    """Return words followed by the rows whose typed texts hold a name still."""
    if not found:
        return words
    rows = [str(row) for row in dict.fromkeys(item.position for item in found)]
    told = ", ".join(rows[:MOST_ROWS]) + (", …" if len(rows) > MOST_ROWS else "")
    return "\n".join([words, say("desk.rows_that_hold", rows=told)])


def _stale(words: str, stale: Sequence[Shown]) -> str:
    """Return words followed by the files that show somebody still."""
    if not stale:
        return words
    paths = dict.fromkeys(plain(item.path) for item in stale)
    return "\n".join([words, say("desk.stale_files"), *paths])


def _keep(desk: DeskScreen, made: Callable[[People], Person]) -> None:
    """Keep a person as made of those kept by then; what cannot be kept so is said."""
    desk.desk_app.proceedings.keep_person(made, partial(_hear, desk, _tell_kept))


def _hear(
    desk: DeskScreen, tell: Callable[[DeskScreen, Done], None], outcome: Done | Exception
) -> None:
    """Tell how a change of the people ended, or why it was not made."""
    if isinstance(outcome, PersonRefused):
        desk.notice(say(f"desk.person_{outcome.code}", **outcome.facts), "refusal")
    elif isinstance(outcome, StoreFault):
        desk.notice(say("desk.person_not_saved", detail=outcome.detail), "error")
    elif isinstance(outcome, Exception):
        raise outcome
    else:
        tell(desk, outcome)


def _tell_kept(desk: DeskScreen, done: Kept) -> None:
    """Say what is shown of a person from now on, and which files show more."""
    person, shown = done.person, shown_as(done.person)
    told = say(
        "desk.person_kept",
        delegation=person.delegation,
        shown=shown or say("desk.person_nothing"),
    )
    less = done.before is not None and shown_as(done.before) not in ("", shown)
    stale = done.stale if less else []
    desk.notice(_stale(told, stale), "done", stays=bool(stale))


def _people(desk: DeskScreen) -> list[Person]:
    return list(desk.desk_app.proceedings.people.values())


def _known(people: People, person: str) -> Person:
    found = people.get(person)
    if found is None:
        raise PersonRefused("gone")
    return found


def _now(desk: DeskScreen) -> str:
    return desk.desk_app.proceedings.now().utc.isoformat(timespec="seconds")


def _named(person: Person) -> str:
    """Return what is shown of a person; one of whom nothing is shown is known by the id alone."""
    return shown_as(person) or say("ask.person_hidden", id=person.id)
