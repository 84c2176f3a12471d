"""A disk that refuses: said loudly, the clock runs on, every act kept with its own time."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tipfloor.core.rooms import ACTS
from tipfloor.store import NotSaved
from tipfloor.store.sqlite import SqliteStore

LOUD = "✗ NOT SAVED:"


def connection(desk: DeskAtWork):  # type: ignore[no-untyped-def]
    store = desk.proceedings._store
    assert isinstance(store, SqliteStore)
    return store._connection


def write_on(desk: DeskAtWork) -> None:
    """Do small acts until the disk refuses one."""
    for _ in range(500):
        desk.proceedings.tell(ACTS["take_note"].model_validate({"text": "x"}))


def fill_disk(desk: DeskAtWork) -> None:
    """Let the record grow no further, and use up the room that its last page has."""
    connection(desk).execute("PRAGMA max_page_count = 1")
    with pytest.raises(NotSaved):
        write_on(desk)
    desk.app.refresh_outlook()


def free_disk(desk: DeskAtWork) -> None:
    connection(desk).execute("PRAGMA max_page_count = 1000000")


async def saved(desk: DeskAtWork) -> None:
    """Try again, as the desk does every second."""
    desk.app.telling.retry()
    await desk.shows("✓ saved")


async def test_acts_are_kept_with_their_time_and_saved_later(tmp_path: Path) -> None:
    """PRACTICE section 7, case 14."""
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        fill_disk(desk)
        await desk.press("space")
        given = desk.clock.now()
        await desk.shows(LOUD + " 1 waiting", "‼ NOT SAVED (database or disk is full).")
        assert desk.meeting.floor is None
        await desk.later(30)
        await desk.press("e", "l")
        await desk.shows(LOUD + " 3 waiting", "11:00:31")
        desk.app.telling.retry()
        assert desk.kinds.count("floor_given") == 0
        free_disk(desk)
        await saved(desk)
        await desk.shows("✓ The disk takes writing again")
        remark = desk.meeting.remarks[0]
        assert remark.given_at == given
        assert remark.speaking(desk.clock.now()) == 30_500
        assert not desk.meeting.speakers().is_open


async def test_the_desk_tries_again_by_itself(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        fill_disk(desk)
        await desk.press("l")
        await desk.shows(LOUD)
        free_disk(desk)
        await desk.shows("✓ saved", "List · closed")


async def test_inscriptions_wait_behind_what_is_not_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("l")
        await desk.inscribe("chl ury")
        await desk.shows(LOUD + " 3 waiting")
        free_disk(desk)
        desk.app.telling.retry()
        await desk.shows("Add Chile all the same: for what")
        await desk.type("asked before")
        await desk.shows("Add Uruguay all the same: for")
        await desk.type("asked before")
        assert desk.waiting == ["BRA", "CHL", "URY"]
        assert desk.kinds.index("list_closed") < desk.kinds.index("inscribed", 5)


async def test_a_refusal_that_comes_with_saving_is_shown(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("space", "c")
        free_disk(desk)
        desk.app.telling.retry()
        await desk.shows("✗ Brazil has the floor, with", "✓ saved")


async def test_leaving_asks_while_something_is_not_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        fill_disk(desk)
        await desk.press("l", "q")
        await desk.shows("Not everything is saved. Leave the desk?")
        await desk.keys("1")
        assert desk.app.is_running


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


async def test_a_record_that_cannot_be_read_keeps_the_act(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        connection(desk).close()
        await desk.press("space", "l")
        await desk.shows(LOUD + " 2 waiting")
