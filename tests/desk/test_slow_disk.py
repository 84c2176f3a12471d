"""A disk or a lock that holds the record up never holds the screen up; nothing shows too soon."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, convened, desk_on
from tests.desk.keyboard import press
from tests.helpers.gated import GatedStore
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.store.sqlite import SqliteStore

LATE = "not saved yet"
LOCK = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute(f"BEGIN {sys.argv[2]}")
print("held", flush=True)
sys.stdin.read()
"""


@asynccontextmanager
async def held_up(folder: Path, *waiting: str) -> AsyncIterator[tuple[DeskAtWork, GatedStore]]:
    """Give a desk on a disk that the test holds up and lets go."""
    gates: list[GatedStore] = []

    def around(store: SqliteStore) -> GatedStore:
        gates.append(GatedStore(store))
        return gates[0]

    record, clock = convened(folder)
    async with desk_on(record, clock, waiting=waiting, around=around) as desk:
        try:
            yield desk, gates[0]
        finally:
            gates[0].let_through()
            desk.held_up = False


def hold_up(desk: DeskAtWork, gate: GatedStore, *, reading: bool = False) -> None:
    desk.held_up = True
    gate.hold_up(reading=reading)


async def let_through(desk: DeskAtWork, gate: GatedStore) -> None:
    gate.let_through()
    desk.held_up = False
    await desk.saved()


def seconds(desk: DeskAtWork) -> int | None:
    """Return what the clock shows."""
    outlook = desk.app.desk.outlook
    return outlook.seconds if outlook else None


@contextmanager
def locked(record: Path, kind: str) -> Iterator[None]:
    """Let another process hold the record's lock."""
    command = [sys.executable, "-c", LOCK, str(record), kind]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "held\n"
        yield
        other.stdin.close()
        other.wait(30)


async def test_a_slow_act_shows_as_pending_with_the_time_of_its_key(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("space")
        given = desk.clock.now()
        await desk.shows("… saving: Brazil has the floor (2:00), since 11:00:00")
        await desk.shows(f"‼ {LATE}: Brazil has the floor (2:00), since 11:00:00")
        assert "SPEAKING" not in desk.screen
        assert desk.recorded.floor is None
        await desk.later(40)
        await let_through(desk, gate)
        await desk.shows("● SPEAKING", "✓ saved")
        assert LATE not in desk.screen
        assert desk.floor.given_at == given
        assert desk.floor.speaking(desk.clock.now()) == 40_000


@pytest.mark.parametrize("reading", [False, True])
async def test_the_clock_runs_on_a_stalled_disk(tmp_path: Path, reading: bool) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        await desk.press("space")
        hold_up(desk, gate, reading=reading)
        await desk.press("l")
        await desk.later(89)
        await desk.until(lambda: seconds(desk) == 31)
        await desk.shows(LATE)
        await desk.later(31)
        await desk.shows("■ TIME IS UP", LATE)
        assert "floor_withdrawn" not in desk.recorded_kinds
        await let_through(desk, gate)
        await desk.shows("✓ saved", "floor withdrawn at 2:00")
        assert desk.recorded_kinds[-2:] == ["list_closed", "floor_withdrawn"]


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
async def test_another_process_that_holds_the_lock_holds_no_screen_up(
    tmp_path: Path, kind: str
) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=["BRA", "CHL"]) as desk:
        with locked(record, kind):
            desk.held_up = True
            await desk.press("space")
            await desk.shows(f"{LATE}: Brazil has the floor", "Another program holds the record")
            await desk.press("l")
            await desk.later(10)
            await desk.shows("✗ NOT SAVED: 2 waiting")
        desk.held_up = False
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")


async def test_later_keys_are_decided_on_what_waits_and_saved_behind_it(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("space", "p")
        await desk.shows("The clock stands. Why?")
        await desk.press("2", "p", "e", "u")
        await desk.shows("Undo: ")
        await desk.press("enter")
        assert desk.recorded_kinds[-1] == "inscribed"
        await let_through(desk, gate)
        await desk.shows("✓ saved")
        assert desk.recorded_kinds[-6:] == [
            "floor_given",
            "clock_paused",
            "pause_explained",
            "clock_resumed",
            "remark_ended",
            "act_undone",
        ]
        assert desk.recorded.floor is not None


async def test_an_act_that_was_overtaken_is_decided_again_and_said(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("space", "l")
        with closing(Proceedings(SqliteStore(desk.record), desk.clock)) as other:
            other.tell(ACTS["withdraw"].model_validate({"delegation": "BRA"}))
        await let_through(desk, gate)
        await desk.shows("✗ NOT DONE: Brazil has the floor", "List · closed")
        assert desk.recorded_kinds[-2:] == ["withdrew", "list_closed"]
        assert desk.recorded.floor is None


async def test_a_key_for_a_floor_that_was_never_given_ends_no_other(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("space", "e")
        with closing(Proceedings(SqliteStore(desk.record), desk.clock)) as other:
            fields = {"delegation": "CHL", "reason": "a plane to catch"}
            other.tell(ACTS["give_floor"].model_validate(fields))
        await let_through(desk, gate)
        await desk.shows("✗ NOT DONE: Brazil has the floor", "NOT DONE: Brazil spoke")
        assert desk.floor.entry.delegation == "CHL"


async def test_an_undoing_undoes_nothing_of_another_desk(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("l", "u", "enter")
        with closing(Proceedings(SqliteStore(desk.record), desk.clock)) as other:
            other.tell(ACTS["close_list"].model_validate({}))
        await let_through(desk, gate)
        await desk.shows("NOT DONE: Undone:")
        assert not desk.recorded.speakers().is_open


@pytest.mark.parametrize(
    ("key", "sign"),
    [
        ("y", "planned"),
        ("g", "Brazil"),
        ("question_mark", "Keys"),
        ("slash", "Find"),
        ("t", "FLOOR"),
    ],
)
async def test_every_screen_says_it(tmp_path: Path, key: str, sign: str) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        await desk.press(key)
        await desk.shows(sign)
        hold_up(desk, gate)
        desk.told("close_list")
        await desk.shows(f"‼ {LATE}")
        await let_through(desk, gate)
        await desk.until(lambda: LATE not in desk.screen)


async def test_a_question_lets_it_be_seen(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("l", "x")
        await desk.shows("Refuse what?", f"‼ {LATE}")


async def test_an_ordinary_act_never_shows_as_pending(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=["BRA", "CHL"]) as desk:
        seen: list[bool] = []
        desk.app.desk.watch(desk.app.desk, "outlook", lambda found: seen.append(found.waiting.slow))
        await desk.press("space", "p", "1", "escape")
        assert seen
        assert not any(seen)


async def test_a_record_that_cannot_be_read_is_said_and_keeps_the_acts(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA", "CHL") as (desk, gate):
        gate.fault = StoreFault("unreadable", str(desk.record), "disk I/O error")
        await desk.shows("‼ The record cannot be read just now (disk I/O error).")
        await desk.press("space", "l")
        await desk.shows("✗ NOT SAVED: 2 waiting")
        gate.fault = None
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")


async def test_leaving_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    async with held_up(tmp_path, "BRA") as (desk, gate):
        hold_up(desk, gate)
        await desk.press("l")
        await desk.shows(LATE)
        await desk.press("q")
        await desk.shows("Not everything is saved. Leave the desk?")
        await press(desk.app, "2")
        await desk.until(lambda: desk.app._exit)
