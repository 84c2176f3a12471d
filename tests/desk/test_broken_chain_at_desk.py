"""The desk on a record of which a row is missing or was altered."""

from pathlib import Path

from tests.desk.desk_at_work import convened, desk_on
from tests.desk.screen_text import screen_text, wait_until
from tests.helpers.tampering import tampered
from tipfloor.desk.screens.asking_choice import AskingChoice
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

LOST = "DELETE FROM events WHERE position = 2"
STANDING = "ROW 2 OF THE RECORD IS MISSING OR ALTERED"


async def test_the_desk_says_it_and_asks_once_before_it_adds(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    tampered(record, LOST)
    async with desk_on(record, clock) as desk:
        await desk.shows(STANDING)
        await desk.press("l")
        await desk.until(lambda: isinstance(desk.app.screen, AskingChoice))
        await desk.shows("go on in this record all the same")
        await desk.press("1")
        await desk.until(lambda: not desk.dialog)
        assert len(desk.kinds) == 3
        await desk.press("l")
        await desk.until(lambda: isinstance(desk.app.screen, AskingChoice))
        await desk.press("2")
        await desk.until(lambda: len(desk.kinds) > 3)
        added = len(desk.kinds)
        await desk.press("v", "1")
        await desk.until(lambda: len(desk.kinds) > added)
        await desk.shows(STANDING)


async def test_a_row_that_another_program_altered_meanwhile_is_said(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock) as desk:
        assert STANDING not in desk.screen
        place = len(desk.kinds) + 1
        row = f"{place}, 'x', 0, '', '', 'note_taken', 1, '{{}}', '', '', 'x'"
        tampered(record, f"INSERT INTO events VALUES ({row})")
        await desk.shows(f"ROW {place} OF THE RECORD IS MISSING OR ALTERED")


async def test_the_timekeeper_says_it(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    tampered(record, LOST)
    app = TimekeeperApp(Proceedings(SqliteStore(record, read_only=True), clock).live())
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "Row 2 of the record is missing" in screen_text(app))
