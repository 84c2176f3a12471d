"""The database of a record: its server, the line to it, its clock and what this role may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipfloor.commands.readiness.finding import Finding, bad, good, note
from tipfloor.store import StoreFault
from tipfloor.store.address import Database
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from tipfloor.store.postgres.inspecting import Seen

WIDE = 20
"""Milliseconds of the clock's bound above which two machines may show another second."""

FAST, AHEAD = 100, 1_000
"""Milliseconds: of a way to the server and back, and of a clock that is no longer the same."""

FEW, FULL = 10, 0.25
"""Connections that must be free, and how full the notices may be."""


def look(database: Database) -> list[Finding]:
    """Return what there is to say of a database."""
    from tipfloor.commands.troubles import fault_text
    from tipfloor.records import machine_of, need_driver

    try:
        need_driver(database)
        from tipfloor.store.postgres.inspecting import inspect

        seen = inspect(database, machine_of())
    except StoreFault as fault:
        return [bad("record_unusable", reason=fault_text(fault))]
    return judged(database, seen)


def judged(database: Database, seen: Seen) -> list[Finding]:
    """Return what it means for a meeting."""
    return [_server(database, seen), *_judged(seen)]


def _server(database: Database, seen: Seen) -> Finding:
    facts = {"where": database, "version": seen.version, "trip": seen.trip}
    if seen.unsafe:
        return bad("database_unsafe", settings=beside(seen.unsafe), **facts)
    return good("database", **facts) if seen.trip < FAST else note("database_slow", **facts)


def _judged(seen: Seen) -> Iterator[Finding]:
    yield _rights(seen)
    if seen.standby:
        yield note("database_standby")
    elif seen.heard is None:
        yield bad("database_deaf")
    else:
        yield good("database_hears", heard=seen.heard)
    if seen.far and not seen.encrypted:
        yield bad("database_open")
    if seen.free < FEW:
        yield bad("database_crowded", free=max(0, seen.free))
    if seen.queue > FULL:
        yield bad("database_notices", percent=round(100 * seen.queue))
    yield of_clock(seen.offset, seen.bound)


def _rights(seen: Seen) -> Finding:
    code = f"database_may_{seen.may}"
    if seen.may in ("nothing", "nothing_yet"):
        return bad(code, role=seen.role)
    return good(code, role=seen.role) if seen.may == "append" else note(code, role=seen.role)


def of_clock(offset: int, bound: int) -> Finding:
    """Return what the offset of a database's clock, and the bound of it in ms, mean."""
    seconds = round(offset / 1000, 2) + 0.0  # a little behind is +0.00, and never -0.00
    facts = {"offset": f"{seconds:+.2f}", "bound": bound}
    if bound > WIDE:
        return note("database_clock_far", **facts)
    return (
        note("database_clock_off", **facts)
        if abs(offset) > AHEAD
        else good("database_clock", **facts)
    )
