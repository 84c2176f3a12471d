"""Deeds of people: who speaks, and how much is shown of whom; names stand apart from the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from tipfloor.core.corrections.naming import NameSpeaker
from tipfloor.core.elections.officer_names import NameOfficer
from tipfloor.core.elections.offices import election_of
from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.ground.mentions import Mention
from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.floor.floor import last_remark, named_remark
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.stale import tell_stale
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.proceedings.errands import Forgotten, Kept, People
from tipfloor.standing.kept_by_server import kept_by_server
from tipfloor.store import Person, StoreFault
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
from tipfloor.words.joining import beside
from tipfloor.words.people import LEVELS, shown_as
from tipfloor.words.plain import plain
from tipfloor.words.stale import stale_lines

Done = TypeVar("Done", Forgotten, Kept)

NOBODY = "nobody"

MOST_ROWS = 12
"""Rows of the record that a notice names."""


@deed
def name_speaker(hand: Hand) -> None:
    """Note who speaks, or spoke last in this session, among the people of the delegation."""
    if found := last_remark(hand):
        name_speaker_of(hand, found)


def name_speaker_of(hand: Hand, remark: Remark) -> None:
    """Ask who spoke in a remark, naming it."""
    number, of_office = remark.number, delegation_of(remark, hand.meeting.plan)
    title = say("ask.speaker", **named_remark(hand, remark))

    def answer(person: str | None) -> None:
        hand.tell(NameSpeaker(number=number, person=person))

    _ask_person(hand, title, (remark.entry.delegation, of_office), answer)


def _ask_person(
    hand: Hand, title: str, codes: tuple[str, ...], answer: Callable[[str | None], object]
) -> None:
    """Ask which of the people kept of some delegations, or nobody; the first is told if none is."""
    people = [item for item in _people(hand) if item.delegation in codes]
    if not people:
        hand.notice(say("desk.no_people", delegation=named(hand, codes[0])), "warning")
        return
    answers = [(item.id, _named(item)) for item in people]
    answers.append((NOBODY, say("ask.speaker_nobody")))
    question = AskChoice(title, answers)
    hand.ask(question, lambda chosen: answer(None if chosen == NOBODY else chosen))


@deed
def name_officer(hand: Hand) -> None:
    """Note who holds an office, among the people of the elected delegation."""
    meeting = hand.meeting
    elected = {
        office.code: (office.title, result.delegation)
        for office in meeting.plan.elections
        if (result := election_of(meeting, office.code).result)
    }
    if not elected:
        hand.notice(say("ask.nobody_elected"), "refusal")
        return
    answers = [
        (code, say("ask.office_held", office=plain(title), delegation=named(hand, delegation)))
        for code, (title, delegation) in elected.items()
    ]

    def answer(code: str) -> None:
        title = say("ask.officer", delegation=named(hand, elected[code][1]))
        _ask_person(
            hand,
            title,
            (elected[code][1],),
            lambda person: hand.tell(NameOfficer(election=code, person=person)),
        )

    hand.ask(AskChoice(say("ask.officer_of"), answers), answer)


@deed
def keep_person(hand: Hand) -> None:
    """Keep someone who speaks for a delegation: name, office, and what is shown of them."""

    def ask_name(code: str) -> None:
        question = AskText(
            say("ask.person_name", delegation=named(hand, code)),
            hint=say("ask.enter_escape"),
            needed=False,
            longest=LONGEST,
        )
        hand.ask(question, lambda name: in_office(code, name))

    def in_office(code: str, name: str) -> None:
        question = AskText(
            say("ask.person_office_of"), hint=say("ask.enter_escape"), needed=False, longest=LONGEST
        )
        hand.ask(question, lambda office: _ask_level(hand, made(code, name, office)))

    def made(code: str, name: str, office: str) -> Callable[[People], Person]:
        texts = (plain(name).strip(), plain(office).strip())
        return lambda people: new_person(people.values(), code, *texts)

    hand.ask(AskDelegation(say("ask.person_of"), hand.meeting.plan), ask_name)


@deed
def change_person(hand: Hand) -> None:
    """Choose someone: show more or less, withdraw the consent, or erase the person for good."""
    people = _people(hand)
    if not people:
        hand.notice(say("desk.nobody_kept"), "warning")
        return
    answers = [
        (item.id, say("ask.person_line", delegation=item.delegation, shown=_named(item)))
        for item in people
    ]
    hand.ask(AskChoice(say("ask.person"), answers), lambda person: _ask_change(hand, person))


def _ask_level(hand: Hand, made: Callable[[People], Person]) -> None:
    answers = [(level, say(f"ask.person_{level}")) for level in LEVELS]
    question = AskChoice(say("ask.person_shown"), answers)
    now = _now(hand)
    hand.ask(
        question, lambda level: _keep(hand, lambda people: _at_level(made(people), level, now))
    )


def _at_level(person: Person, level: str, now: str) -> Person:
    """Return the person shown at a level; the answer that shows more says that it was agreed."""
    agreed = person if level == NOTHING else consenting(person, now)
    return showing(agreed, level)


def _ask_change(hand: Hand, person: str) -> None:
    kinds = (*LEVELS, "withdraw", "forget")
    answers = [(kind, say(f"ask.person_{kind}")) for kind in kinds]

    def answer(kind: str) -> None:
        now = _now(hand)
        if kind == "forget":
            _ask_forget(hand, person)
        elif kind == "withdraw":
            _keep(hand, lambda people: withdrawing(_known(people, person), now))
        else:
            _keep(hand, lambda people: _at_level(_known(people, person), kind, now))

    found = hand.record.people.get(person)
    title = say("ask.person_change", person=_named(found) if found else person)
    hand.ask(AskChoice(title, answers), answer)


def _ask_forget(hand: Hand, person: str) -> None:
    """Ask once more: what is erased does not come back."""
    answers = [(kind, say(f"ask.forget_{kind}")) for kind in ("no", "yes")]

    def answer(kind: str) -> None:
        if kind == "yes":
            _forget(hand, person)

    hand.ask(AskChoice(say("ask.forget"), answers), answer)


def _forget(hand: Hand, person: str) -> None:
    heard = partial(_hear, hand, _tell_forgotten)
    hand.record.forget_person(person, heard)


def _tell_forgotten(hand: Hand, done: Forgotten) -> None:
    """Say that a person is forgotten, and what still shows the name."""
    if not done.erased:
        words, bad = say("desk.not_erased_yet"), True
    elif done.found:
        words, bad = say("desk.erased_but"), True
    else:
        words, bad = say("desk.forgotten"), False
    hand.notice(_still_held(words, done.found), "error" if bad else "done", stays=bad)
    tell_stale(hand, words, [*stale_lines(done.stale), *kept_by_server(hand.record.where)])


def _still_held(words: str, found: Sequence[Mention]) -> str:
    """Return words followed by the rows whose typed texts hold a name still."""
    if not found:
        return words
    rows = [str(row) for row in dict.fromkeys(item.position for item in found)]
    told = beside([*rows[:MOST_ROWS], *(["…"] if len(rows) > MOST_ROWS else [])])
    return "\n".join([words, say("desk.rows_that_hold", rows=told)])


def _keep(hand: Hand, made: Callable[[People], Person]) -> None:
    """Keep a person as made of those kept by then; what cannot be kept so is said."""
    hand.record.keep_person(made, partial(_hear, hand, _tell_kept))


def _hear(hand: Hand, tell: Callable[[Hand, Done], None], outcome: Done | Exception) -> None:
    """Tell how a change of the people ended, or why it was not made."""
    if isinstance(outcome, PersonRefused):
        hand.notice(say(f"desk.person_{outcome.code}", **outcome.facts), "refusal")
    elif isinstance(outcome, StoreFault):
        hand.notice(say("desk.person_not_saved", detail=outcome.detail), "error")
    elif isinstance(outcome, Exception):
        raise outcome
    else:
        tell(hand, outcome)


def _tell_kept(hand: Hand, done: Kept) -> None:
    """Say what is shown of a person from now on, and which files show more."""
    person, shown = done.person, shown_as(done.person)
    told = say(
        "desk.person_kept",
        delegation=person.delegation,
        shown=shown or say("desk.person_nothing"),
    )
    less = done.before is not None and shown_as(done.before) not in ("", shown)
    hand.notice(told, "done")
    tell_stale(hand, told, stale_lines(done.stale if less else []))


def _people(hand: Hand) -> list[Person]:
    return list(hand.record.people.values())


def _known(people: People, person: str) -> Person:
    found = people.get(person)
    if found is None:
        raise PersonRefused("gone")
    return found


def _now(hand: Hand) -> str:
    return hand.now().utc.isoformat(timespec="seconds")


def _named(person: Person) -> str:
    """Return what is shown of a person; one of whom nothing is shown is known by the id alone."""
    return shown_as(person) or say("ask.person_hidden", id=person.id)
