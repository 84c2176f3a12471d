"""The program in a terminal whose record is taken away, or held by another program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from tests.whole.conftest import Start
from tests.whole.terminal import Terminal
from tests.whole.test_beside_the_desk import convened  # noqa: F401 - a meeting to open
from tipfloor.store.sqlite import SqliteStore

WITHIN = 3.0
"""Seconds: one is aimed at, on a machine that has nothing else to do."""


def kinds(record: Path) -> list[str]:
    with closing(SqliteStore(record, read_only=True)) as store:
        return [row.kind for row in store.read()]


def digits(desk: Terminal) -> list[str]:
    """Return the rows in which the clock stands."""
    return desk.text.splitlines()[8:15]


def test_a_record_renamed_under_the_desk_is_said_and_mended(start: Start, folder: Path) -> None:
    record = folder / "meeting.sqlite"
    desk = start("desk")
    desk.shows("2 waiting", "FLOOR FREE")
    record.rename(folder / "elsewhere")
    taken = monotonic()
    desk.shows("THE RECORD IS NOT IN ITS PLACE")
    assert monotonic() - taken < WITHIN
    desk.press(" ")
    desk.shows("not saved yet: Brazil has the floor")
    assert "SPEAKING" not in desk.text
    (folder / "elsewhere").rename(record)
    desk.shows("SPEAKING", "saved ·")
    assert kinds(record)[-1] == "floor_given"
    desk.press("e")
    desk.shows("FLOOR FREE")
    desk.press("q")
    assert desk.wait() == 0
    assert kinds(record)[-1] == "remark_ended"


def test_a_lock_of_another_program_holds_no_clock_up_and_leaving_names_what_is_lost(
    start: Start, folder: Path
) -> None:
    record = folder / "meeting.sqlite"
    desk = start("desk")
    desk.shows("2 waiting", "FLOOR FREE")
    desk.press(" ")
    desk.shows("SPEAKING")
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        pressed = monotonic()
        desk.press("l")
        desk.shows("not saved yet: List of speakers closed")
        assert monotonic() - pressed < WITHIN
        stood = digits(desk)
        desk.until(lambda: digits(desk) != stood)
        desk.press("q")
        desk.shows("Not everything is saved.")
        desk.press("2")
        assert desk.wait() == 3
        other.execute("ROLLBACK")
    assert b"NOT SAVED" in desk.seen.rpartition(b"\x1b[?1049l")[2]
    assert b"List of speakers closed" in desk.seen.rpartition(b"\x1b[?1049l")[2]
    assert kinds(record)[-1] == "floor_given"
