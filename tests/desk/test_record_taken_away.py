"""The record renamed, deleted, replaced and put back under a running desk."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, convened, desk_on, ruled
from tests.desk.screen_text import screen_text, wait_until
from tests.helpers.desk import Desk
from tipfloor.core.rooms import ACTS
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

GONE = "THE RECORD IS NOT IN ITS PLACE"
ANOTHER = "ANOTHER FILE LIES IN THE RECORD'S PLACE"
OLDER = "AN OLDER COPY LIES IN THE RECORD'S PLACE"


def backup(record: Path, name: str) -> Path:
    """Return a whole copy of a record, in a folder beside it."""
    copy = record.with_name(name)
    with closing(sqlite3.connect(record)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def take_away(record: Path) -> None:
    """Remove a record with all that lies beside it."""
    for name in ("", "-wal", "-shm"):
        record.with_name(record.name + name).unlink(missing_ok=True)


def recorded(record: Path) -> list[str]:
    """Return the kinds of a record's rows, which must be whole."""
    with closing(SqliteStore(record, read_only=True)) as store:
        rows = store.read()
    assert first_bad_position(rows) is None
    return [row.kind for row in rows]


async def two_acts(desk: DeskAtWork) -> None:
    """Do what must not be lost."""
    desk.held_up = True
    await desk.press("space", "l")
    await desk.shows("✗ NOT SAVED: 2 waiting")
    assert "✓ saved" not in desk.screen
    desk.held_up = False


async def test_renamed_it_is_said_and_put_back_everything_is_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        desk.record.rename(tmp_path / "elsewhere")
        await desk.shows(f"‼ {GONE}", "✗ NOTHING CAN BE SAVED")
        await two_acts(desk)
        given = desk.floor.given_at
        await desk.later(30)
        (tmp_path / "elsewhere").rename(desk.record)
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")
        assert GONE not in desk.screen
        assert desk.recorded.floor
        assert desk.recorded.floor.given_at == given
        assert recorded(desk.record)[-2:] == ["floor_given", "list_closed"]


async def test_taken_away_again_nothing_says_any_more_that_everything_is_saved(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        for _ in range(2):
            desk.record.rename(tmp_path / "elsewhere")
            await desk.shows(f"‼ {GONE}")
            assert "everything is saved" not in desk.screen
            (tmp_path / "elsewhere").rename(desk.record)
            await desk.shows("everything is saved")


async def test_deleted_and_restored_from_a_copy(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        copy = backup(desk.record, "copy")
        take_away(desk.record)
        await desk.shows(f"‼ {GONE}")
        await two_acts(desk)
        copy.rename(desk.record)
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")
    assert recorded(desk.record)[-2:] == ["floor_given", "list_closed"]


async def test_deleted_without_a_copy_the_desk_writes_it_again_when_asked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        take_away(desk.record)
        await desk.shows(f"‼ {GONE}", "if it was deleted, ctrl+p")
        await two_acts(desk)
        await desk.press("ctrl+p")
        await desk.keys(*"deleted record", "enter")
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")
        assert GONE not in desk.screen
    assert recorded(desk.record)[-2:] == ["floor_given", "list_closed"]


async def test_restored_from_an_older_copy_it_is_said_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        older = backup(desk.record, "older")
        await desk.press("l")
        newer = backup(desk.record, "newer")
        take_away(desk.record)
        older.rename(desk.record)
        before = desk.record.read_bytes()
        await desk.shows(f"‼ {OLDER}")
        desk.held_up = True
        await desk.press("space")
        await desk.shows("✗ NOT SAVED: 1 waiting")
        assert desk.record.read_bytes() == before
        desk.held_up = False
        take_away(desk.record)
        newer.rename(desk.record)
        await desk.shows("✓ saved", "● SPEAKING")
    assert recorded(desk.record)[-2:] == ["list_closed", "floor_given"]


def moved_over(file: Path, record: Path) -> None:
    file.replace(record)


def copied_over(file: Path, record: Path) -> None:
    shutil.copyfile(file, record)


@pytest.mark.parametrize("put", [moved_over, copied_over])
async def test_another_meeting_in_its_place_is_said_and_left_alone(
    tmp_path: Path, put: Callable[[Path, Path], None]
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        kept = backup(desk.record, "kept")
        other = tmp_path / "other"
        assert create(other, convening(ruled(limit_seconds=60), desk.clock))
        put(other, desk.record)
        before = desk.record.read_bytes()
        await desk.shows(f"‼ {ANOTHER}")
        await two_acts(desk)
        assert desk.record.read_bytes() == before
        put(kept, desk.record)
        await desk.shows("✓ saved", "● SPEAKING", "List · closed")
    assert recorded(desk.record)[-2:] == ["floor_given", "list_closed"]


async def test_put_back_with_newer_acts_what_waits_is_decided_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        copy = backup(desk.record, "copy")
        take_away(desk.record)
        await two_acts(desk)
        with closing(Proceedings(SqliteStore(copy), desk.clock)) as other:
            fields = {"delegation": "CHL", "reason": "a plane to catch"}
            other.tell(ACTS["give_floor"].model_validate(fields))
        copy.rename(desk.record)
        await desk.shows("✗ NOT DONE: Brazil has the floor", "List · closed", "✓ saved")
    assert recorded(desk.record)[-2:] == ["floor_given", "list_closed"]


async def test_the_log_taken_away_is_made_good(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        desk.record.with_name(f"{desk.record.name}-wal").unlink()
        await desk.press("space")
        await desk.shows("✓ saved", "● SPEAKING")
        assert recorded(desk.record)[-1] == "floor_given"


@pytest.mark.parametrize("key", ["y", "g", "question_mark", "slash", "t", "x", "ctrl+p"])
async def test_every_screen_and_question_says_it(tmp_path: Path, key: str) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press(key)
        await desk.until(lambda: desk.dialog)
        desk.record.rename(tmp_path / "elsewhere")
        await desk.shows(f"‼ {GONE}")
        (tmp_path / "elsewhere").rename(desk.record)
        await desk.until(lambda: GONE not in desk.screen)


async def test_the_timekeeper_says_it(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", "CHL")
    desk.tell("give_floor")
    store = SqliteStore(desk.record, read_only=True)
    app = TimekeeperApp(Proceedings(store, desk.clock).live())
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "BRA  Brazil" in screen_text(app))
        desk.record.rename(tmp_path / "elsewhere")
        await wait_until(pilot, lambda: "The record is not in its place." in screen_text(app))
        (tmp_path / "elsewhere").rename(desk.record)
        await wait_until(pilot, lambda: "not in its place" not in screen_text(app))
        desk.tell("end_remark")
        await wait_until(pilot, lambda: "FLOOR FREE" in screen_text(app))
    app._proceedings.close()
    desk.close()


async def test_a_desk_that_was_left_never_touches_another_file(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    other = tmp_path / "other"
    assert create(other, convening(ruled(limit_seconds=60), clock))
    whole = other.read_bytes()
    async with desk_on(record, clock) as desk:
        shutil.copyfile(other, record)
        await desk.shows(f"‼ {ANOTHER}")
    assert record.read_bytes() == whole
