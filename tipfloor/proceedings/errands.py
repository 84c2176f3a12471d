"""What the record's thread is sent to do: plain work with a store, which knows of no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tipfloor.core.ground.instant import Instant
from tipfloor.store import Moved, NotErased, Person, Row, Shown, Store, StoreFault, Unsealed
from tipfloor.store.chain import BLACKED_OUT

if TYPE_CHECKING:
    from tipfloor.core.ground.mentions import Mention
    from tipfloor.proceedings.blacking import BlackedOut

People = Mapping[str, Person]

MOST_TRIES = 100
"""How often something is tried again because other writers came first."""

AT_REST = ("session_ended", "meeting_suspended", "meeting_adjourned", "meeting_closed")
"""Events after which nobody waits for the desk: the record's log is folded into its file."""


class News(NamedTuple):
    """What others wrote behind a position, and everyone whose name is kept.

    `every` are all rows, where a text among those before was blacked out.
    """

    rows: list[Row]
    people: list[Person]
    every: list[Row] | None = None


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
    """What is done between errands, once it is `ready`: see what others wrote, if anything."""

    def __init__(
        self, position: Callable[[], int], ready: Callable[[], bool] = lambda: True
    ) -> None:
        self._position, self._ready = position, ready
        self._behind = False

    def __call__(self, store: Store) -> News | None:
        """Return what is new, None where nothing is; after a fault always, so that it is over."""
        if not self._ready():
            return None
        behind, self._behind = self._behind, True
        if not (store.changed() or behind):
            self._behind = False
            return None
        found = news(self._position(), store)
        self._behind = False
        return found


def news(after: int, store: Store) -> News:
    """Read what was written behind a position."""
    rows = store.read(after)
    blackened = any(row.kind == BLACKED_OUT for row in rows)
    return News(rows, store.people(), store.read() if blackened else None)


def blacken(position: int, after: int, at: Instant, by: str, store: Store) -> BlackedOut:
    """Black a row's text out, behind what others wrote since. Raises as `black_out` does."""
    from tipfloor.proceedings.blacking import black_out  # when a text is to go

    for _ in range(MOST_TRIES):
        try:
            return black_out(store, position, after, at, by)
        except Moved:
            after += len(store.read(after))
    raise StoreFault("crowded", store.where)


def brought(after: int, events: Sequence[Unsealed], store: Store) -> list[Row]:
    """Bring events to disk behind a position, and fold the log where the meeting rests by them.

    Raises Moved and NotSaved.
    """
    rows = store.append(after, events)
    if any(event.kind in AT_REST for event in events):
        store.fold_log()
    return rows


def append(after: int, events: Sequence[Unsealed], store: Store) -> list[Row] | News:
    """Append events behind a position; where others came first, return what they wrote.

    So too where the events are there already, because an answer was lost.
    """
    try:
        rows = brought(after, events, store)
    except Moved:
        return news(after, store)
    return rows if rows[0].position == after + 1 else news(after, store)


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
