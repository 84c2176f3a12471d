"""The state that pages and machines are sent: one value a language, whole each time.

It has the public view alone: what a person at the back of the hall can see and hear. Lengths are
in milliseconds, codes are those of the JSON export.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

VERSION = 1
"""Of the state's shape; fields may come, none changes its meaning without another version."""


class Named(Struct, frozen=True):
    """A delegation by its code with its name; an office has a name alone."""

    code: str | None
    name: str


class Titled(Struct, frozen=True):
    """A moment or session by its code; a session has a topic."""

    code: str
    title: str
    topic: str


class OnFloor(Struct, frozen=True):
    """Who is on the floor, over-time included, and the clock as of the state's ticks.

    `left_ms` falls below zero in over-time and is None without a limit; `elapsed_ms` counts up, and
    over-time with it. While `running` both go on by themselves with the ticks. A `discreet` one is
    shown without warnings and over-time. `flag` is the path of the image of the speaker's flag.
    """

    speaker: Named
    flag: str | None
    kind: str
    person: str
    on_behalf_of: tuple[Named, ...]
    running: bool
    left_ms: int | None
    elapsed_ms: int
    limit_ms: int | None
    planned_ms: int | None
    discreet: bool


class Interval(Struct, frozen=True):
    """What is on in place of a speaker: a film, a silence; as of the state's ticks."""

    what: str
    lasted_ms: int


class Listed(Struct, frozen=True):
    """Who comes next: first the addresses that go before the list, then those who wait on it.

    `address` tells that the first of them gives an address. `waiting` counts those on the list,
    whoever was called among them; `ends` is when it is forecast to end.
    """

    open: bool
    waiting: int
    next: tuple[Named, ...]
    address: bool
    called: Named | None
    ends: str


class Present(Struct, frozen=True):
    """How many delegations are present, and the quorum to decide; `needed` is 0 without one."""

    present: int
    entitled: int
    needed: int
    met: bool


class Sentences(Struct, frozen=True):
    """What is said in words beside the figures, in the language of the state."""

    phase: str
    speaking: str
    warning: str
    last_seconds: str
    over_time: str
    planned: str
    chair: str
    plan: str
    waiting: str
    list_ends: str
    resumes: str
    present: str
    kind: str
    record: str


class State(Struct, frozen=True):
    """Where the meeting stands at `ticks` of its clock, in one language.

    `at` is the same instant in ISO 8601, `utc_ms` in milliseconds since 1970 and `offset_minutes`
    how far the meeting's zone is ahead of UTC. `speed` is above 1 in a rehearsal alone, `silent`
    is the time of day since when the record does not answer, empty while it does.
    """

    version: int
    language: str
    position: int
    ticks: int
    at: str
    utc_ms: int
    offset_minutes: int
    speed: float
    meeting: str
    short_title: str
    rehearsal: bool
    broken_at: int | None
    silent: str
    moment: Titled
    session: Titled | None
    phase: str
    warnings_ms: tuple[int, ...]
    floor: OnFloor | None
    interlude: Interval | None
    list: Listed | None
    points_of_order: tuple[Named, ...]
    present: Present
    behind_minutes: int | None
    words: Sentences


def encoded(state: Any) -> bytes:
    """Return a value as JSON."""
    return msgspec.json.encode(state, enc_hook=str)  # words that were said are a kind of str


WALL_MOVED = 250
"""Milliseconds by which the wall clock may drift before that is a change."""


def same(state: State, other: State) -> bool:
    """Tell whether two states differ by nothing but the time that went by between them."""
    drift = (other.utc_ms - other.ticks) - (state.utc_ms - state.ticks)
    return abs(drift) <= WALL_MOVED and _at_zero(state) == _at_zero(other)


def _at_zero(state: State) -> State:
    """Return the state as it would be at ticks of 0, its clocks turned back with them."""
    floor, interlude, gone = state.floor, state.interlude, state.ticks
    if floor and floor.running:
        left = None if floor.left_ms is None else floor.left_ms + gone
        floor = replace(floor, left_ms=left, elapsed_ms=floor.elapsed_ms - gone)
    if interlude:
        interlude = replace(interlude, lasted_ms=interlude.lasted_ms - gone)
    return replace(state, ticks=0, at="", utc_ms=0, floor=floor, interlude=interlude)
