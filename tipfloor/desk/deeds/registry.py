"""The registry of deeds by name, and where each is offered beside its key."""

from __future__ import annotations

from collections.abc import Callable
from typing import overload

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.ground.registry import Registry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.directory import DEEDS as DIRECTORY
from tipfloor.desk.hand import Hand

Deed = Callable[[Hand], None]
When = Callable[[Meeting], object]
Bar = Callable[[Meeting, Instant], object]

DEEDS: Registry[Deed] = Registry("tipfloor.desk.deeds", DIRECTORY)
"""Every deed by its name."""

BARS: dict[str, Bar] = {}
"""What raises Refused where a deed would be refused whatever is answered, by its name."""

USUAL = 5
"""The rank of what is offered without another one."""


class Offered(Struct, frozen=True):
    """A deed that the key of business offers, by a letter that is its own in every moment.

    It is offered in moments of some kinds, and in those for which some table of the plan has a
    row; or else `when` a function says so. With none, or `everywhere`, it is offered in every
    moment, and last where nothing else of this asks for it. A lower `rank` stands further up. It
    is shown while there is `some` of what it is done on.
    """

    letter: str
    name: str
    kinds: tuple[str, ...]
    tables: tuple[str, ...]
    when: When | None
    some: When | None
    rank: int
    everywhere: bool

    def wanted(self, meeting: Meeting) -> bool:
        """Tell whether it is offered in the current moment."""
        always = self.everywhere or not (self.kinds or self.tables or self.when)
        return always or self.needed(meeting)

    def has_any(self, meeting: Meeting) -> bool:
        """Tell whether there is anything that it can be done on."""
        return self.some is None or bool(self.some(meeting))

    def needed(self, meeting: Meeting) -> bool:
        """Tell whether the current moment itself asks for it."""
        if self.when:
            return bool(self.when(meeting))
        rows = (row for table in self.tables for row in meeting.plan.rows(table))
        here = any(getattr(row, "moment", None) == meeting.moment for row in rows)
        return here or meeting.moment_plan.kind in self.kinds


OFFERED: dict[str, Offered] = {}
"""What the key of business offers, by the name of the deed, of the rooms that are loaded.

No two share a letter. A word that begins with n goes on with one of `aeiouyh`: what has such a
letter asks something before it does anything.
"""


@overload
def deed(function: Deed) -> Deed: ...


@overload
def deed(
    *,
    offered: str = "",
    kinds: tuple[str, ...] = (),
    tables: tuple[str, ...] = (),
    when: When | None = None,
    some: When | None = None,
    bar: Bar | None = None,
    rank: int = USUAL,
    everywhere: bool = False,
) -> Callable[[Deed], Deed]: ...


def deed(
    function: Deed | None = None,
    *,
    offered: str = "",
    kinds: tuple[str, ...] = (),
    tables: tuple[str, ...] = (),
    when: When | None = None,
    some: When | None = None,
    bar: Bar | None = None,
    rank: int = USUAL,
    everywhere: bool = False,
) -> Deed | Callable[[Deed], Deed]:
    """Make a function known under its own name; `offered` is its letter among the business.

    A `bar` raises Refused where nothing that could be answered would be taken.
    """

    def known(function: Deed) -> Deed:
        name = function.__name__
        DEEDS.declare(name, function)
        if offered:
            OFFERED[name] = Offered(offered, name, kinds, tables, when, some, rank, everywhere)
        if bar:
            BARS[name] = bar
        return function

    return known if function is None else known(function)


def barred(name: str, meeting: Meeting, now: Instant) -> Refused | None:
    """Return why a deed would be refused whatever is answered, None where it may be done."""
    bar = BARS.get(DEEDS[name].__name__)  # a room that is loaded has said what bars its deeds
    try:
        if bar:
            bar(meeting, now)
    except Refused as why:
        return why
    return None


def can_be_done(item: Offered, meeting: Meeting, now: Instant) -> bool:
    """Tell whether there is anything to do it on, and nothing bars it."""
    return item.has_any(meeting) and barred(item.name, meeting, now) is None


def business_of(meeting: Meeting) -> list[Offered]:
    """Return what the key of business offers now, in the order in which it does."""
    offered = [OFFERED[name] for name in in_order() if name in OFFERED]
    wanted = (item for item in offered if item.wanted(meeting))
    return sorted(wanted, key=lambda item: (not item.needed(meeting), item.rank))


def in_order() -> list[str]:
    """Return the names of all deeds, room by room; every room is loaded then."""
    return sorted(DEEDS, key=_room)


def _room(name: str) -> str:
    return DEEDS[name].__module__
