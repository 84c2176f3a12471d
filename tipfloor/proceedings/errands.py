"""What the record's thread is sent to do: plain work with a store, which knows of no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tipfloor.core.ground.mentions import Mention
from tipfloor.store import Moved, NotErased, Person, Row, Shown, Store, Unsealed

People = Mapping[str, Person]

AT_REST = ("session_ended", "meeting_suspended", "meeting_adjourned", "meeting_closed")
"""Events after which nobody waits for the desk: the record's log is folded into its file."""


class News(NamedTuple):
    """What others wrote behind a position, and everyone whose name is kept."""

    rows: list[Row]
    people: list[Person]


class Kept(NamedTuple):
    """A person as kept, as before if kept before, and the files that were made meanwhile."""

    person: Person
    before: Person | None
    stale: list[Shown]


class Forgotten(NamedTuple):
    """What still shows somebody erased: files, typed texts, and bytes unless they are `erased`."""

    stale: list[Shown]
    erased: bool
    found: list[Mention] = []


class Look:
    """What is done between errands: see what others wrote, if anything."""

    def __init__(self, position: Callable[[], int]) -> None:
        self._position = position
        self._behind = False

    def __call__(self, store: Store) -> News | None:
        """Return what is new, None where nothing is; after a fault always, so that it is over."""
        behind, self._behind = self._behind, True
        if not (store.changed() or behind):
            self._behind = False
            return None
        news = News(store.read(self._position()), store.people())
        self._behind = False
        return news


def brought(after: int, events: Sequence[Unsealed], store: Store) -> list[Row]:
    """Bring events to disk behind a position, and fold the log where the meeting rests by them.

    Raises Moved and NotSaved.
    """
    rows = store.append(after, events)
    if any(event.kind in AT_REST for event in events):
        store.fold_log()
    return rows


def append(after: int, events: Sequence[Unsealed], store: Store) -> list[Row] | News:
    """Append events behind a position; where others came first, return what they wrote."""
    try:
        return brought(after, events, store)
    except Moved:
        return News(store.read(after), store.people())


def keep(made: Callable[[People], Person], store: Store) -> Kept:
    """Keep a person as made from those who are kept now; else whom others forgot would be back."""
    people = {person.id: person for person in store.people()}
    person = made(people)
    before = people.get(person.id)
    kept = Kept(person, before, store.shown_in(person.id) if before else [])
    store.keep_person(person)
    return kept


def forget(person: str, store: Store) -> Forgotten:
    """Erase a person for good. Raises NotSaved where nothing was done."""
    stale = store.shown_in(person)
    try:
        store.forget_person(person)
    except NotErased:
        return Forgotten(stale, erased=False)
    return Forgotten(stale, erased=True)
