"""A record in PostgreSQL beside a bare insert over the same socket, and beside one in a file."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import cycle
from pathlib import Path
from statistics import median
from threading import Event

import psycopg
from figures import Aim, Line, p99
from meetings import codes, convened, plan, tell
from terminal import HERE

from measures.cpu import SECONDS, shares
from tipfloor.proceedings import Proceedings
from tipfloor.records import open_record
from tipfloor.store.address import Address, read_address

sys.path.append(str(HERE.parent))  # the server is the one that the tests start

from tests.helpers.postgres_server import Server, serving

ROUNDS, ACTS, TURNS = 8, 50, 200
MOST, SEEN, MOST_CPU = 2.0, 10.0, 1.5


def measure(folder: Path) -> list[Line]:
    """Measure an act, how soon another desk has it, and what a desk at rest costs."""
    with serving() as server:
        record = read_address(server.url(record="measured"))
        with closing(open_record(record, plan(), by="desk")) as desk:
            session = desk.meeting.plan.sessions[0].code
            tell(desk, "open_session", session=session, reason="a measurement")
            lines = [_acts(desk, server), _seen(desk, record)]
        return [*lines, _at_rest(folder, record)]


def _acts(desk: Proceedings, server: Server) -> Line:
    """Compare acts with the insertion of a text as long into a table without an index."""
    every, kinds = cycle(codes(desk.meeting)), cycle(("inscribe", "withdraw"))
    code = ""

    def act() -> None:
        nonlocal code
        kind = next(kinds)
        code = next(every) if kind == "inscribe" else code
        tell(desk, kind, delegation=code)

    with psycopg.connect(server.url(), autocommit=True) as bare:
        bare.execute("CREATE TABLE bare (body text)")

        def insert() -> None:
            bare.execute("INSERT INTO bare VALUES (%s)", ("x" * 300,))

        acts, inserts = list[float](), list[float]()
        for _ in range(ROUNDS):
            inserts += _timed(insert)
            acts += _timed(act)
    aim = Aim(f"at most {MOST:g} times", median(acts) / median(inserts), MOST)
    return Line("acknowledged act, PostgreSQL", acts, inserts, "an insert and its commit", aim)


def _timed(work: Callable[[], None]) -> list[float]:
    found = []
    for _ in range(ACTS):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _seen(desk: Proceedings, record: Address) -> Line:
    """Measure from an act's acknowledgement until another desk has it in its meeting."""
    found, acts, woken = list[float](), list[float](), Event()
    with closing(open_record(record, None, by="desk 2").live()) as other:
        other.begin(woken.set)
        time.sleep(1)
        for _ in range(TURNS):
            for kind in ("inscribe", "withdraw"):
                time.sleep(0.02)
                began = time.perf_counter()
                tell(desk, kind, delegation="BRA")
                told = time.perf_counter()
                while other.saved.position < desk.saved.position:
                    woken.wait(1)
                    woken.clear()
                    other.take()
                acts.append((told - began) * 1000)
                found.append(max(0.0, time.perf_counter() - told) * 1000)
    aim = Aim(f"p99 under {SEEN:g} ms", p99(found), SEEN)
    return Line("another's act at a desk, PostgreSQL", found, acts, "the act itself", aim)


def _at_rest(folder: Path, record: Address) -> Line:
    """Compare the processor time of a desk at rest at a database and at a file."""
    held, limits = list[float](), list[float]()
    for run in range(3):
        file = convened(folder / f"rest-{run}.sqlite", waiting=12)
        with ExitStack() as stack:
            there, here = shares(stack, [str(record), str(file)], SECONDS)
            held.append(there)
            limits.append(here)
    aim = Aim(f"at most {MOST_CPU} times", median(held) / median(limits), MOST_CPU)
    return Line("processor, desk at rest, PostgreSQL", held, limits, "a file", aim, unit="%")
