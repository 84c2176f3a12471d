"""A disk that refuses: said loudly, the clock runs on, every act kept with its own time."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tipfloor.core.course.notes import NoteTaken
from tipfloor.core.ground.event import Told
from tipfloor.proceedings.view import at_positions, milliseconds, unsealed
from tipfloor.store import NotSaved, Store
from tipfloor.store.acts import new_act
from tipfloor.store.sqlite import SqliteStore

LOUD = "✗ NOT SAVED:"
FULL = "‼ NOT SAVED (database or disk is full)."


def with_connection(desk: DeskAtWork, work: Callable[[sqlite3.Connection], object]) -> None:
    """Have something done to the record's connection, on the thread that it lives on."""

    def errand(store: Store) -> None:
        assert isinstance(store, SqliteStore)
        work(store._connection)

    desk.on_disk(errand)


def fill_disk(desk: DeskAtWork) -> None:
    """Let the record grow no further, and use up the room that its last page has."""
    now = desk.clock.now()
    note = NoteTaken(at=now, text="x", note="note")

    def fill(store: Store) -> None:
        position = len(store.read())
        with suppress(NotSaved):
            while True:
                told = Told(new_act(milliseconds(now)), "desk")
                rows = unsealed(at_positions(position, [note], told), now)
                position += len(store.append(position, rows))

    with_connection(desk, lambda found: found.execute("PRAGMA max_page_count = 1"))
    desk.on_disk(fill)


def free_disk(desk: DeskAtWork) -> None:
    with_connection(desk, lambda found: found.execute("PRAGMA max_page_count = 1000000"))


async def saved(desk: DeskAtWork) -> None:
    """Try again, as the desk does every second."""
    desk.proceedings.retry()
    await desk.until(lambda: not desk.proceedings.waiting.acts)
    await desk.shows("✓ saved")


async def test_acts_are_kept_with_their_time_and_saved_later(tmp_path: Path) -> None:
    """PRACTICE section 7, case 14."""
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        fill_disk(desk)
        await desk.press("space")
        given = desk.clock.now()
        await desk.shows(LOUD + " 1 waiting", FULL, "not saved yet: Brazil has the floor")
        assert desk.recorded.floor is None
        assert "SPEAKING" not in desk.screen
        await desk.later(30)
        await desk.press("e", "l")
        await desk.shows(LOUD + " 3 waiting", "11:00:31", "and 2 more")
        desk.proceedings.retry()
        await desk.shows(LOUD)
        assert desk.recorded_kinds.count("floor_given") == 0
        free_disk(desk)
        await saved(desk)
        await desk.shows("✓ The disk takes writing again")
        assert FULL not in desk.screen
        remark = desk.recorded.remarks[0]
        assert remark.given_at == given
        assert remark.speaking(desk.clock.now()) == 30_500
        assert not desk.recorded.speakers().is_open


async def test_the_desk_tries_again_by_itself(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        fill_disk(desk)
        await desk.press("l")
        await desk.shows(LOUD)
        free_disk(desk)
        await desk.shows("✓ saved", "List · closed")


async def test_an_act_is_decided_on_what_waits_before_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("l")
        await desk.shows(LOUD + " 1 waiting")
        await desk.inscribe("chl")
        await desk.shows("Add Chile all the same: for what")
        await desk.type("asked before")
        await desk.shows(LOUD + " 3 waiting")
        free_disk(desk)
        await saved(desk)
        assert [entry.delegation for entry in desk.recorded.speakers().waiting] == ["BRA", "CHL"]
        assert desk.recorded_kinds[-3:] == ["list_closed", "attempt_stopped", "inscribed"]


async def test_what_is_refused_is_said_at_once_though_the_disk_refuses(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("space", "c")
        await desk.shows("✗ Brazil has the floor: e when", LOUD + " 1 waiting")


async def test_leaving_asks_while_something_is_not_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("l", "q")
        await desk.shows("Not everything is saved. Leave the desk?")
        await desk.keys("1")
        assert desk.app.is_running


async def test_who_leaves_all_the_same_is_told_what_is_not_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("l")
        await desk.shows(LOUD)
    assert [item.event.kind for item in desk.proceedings.close()] == ["list_closed"]


async def test_a_floor_withdrawn_on_a_full_disk(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        fill_disk(desk)
        await desk.later(125)
        await desk.shows("■ TIME IS UP", "‼ NOT SAVED")
        await desk.later(5)
        free_disk(desk)
        await desk.later(5)
        await desk.shows("✓ The disk takes writing again", "floor withdrawn at 2:00")
        assert desk.floor.speaking(desk.clock.now()) == 120_000
