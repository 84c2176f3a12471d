"""`b` on a row of the log: its typed text is blacked out for good."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork, at_desk, convened, desk_on
from tests.desk.test_not_saved import with_connection
from tests.helpers.holding import holders
from tests.helpers.tampering import tampered
from tipfloor.proceedings import Proceedings
from tipfloor.store import Made
from tipfloor.store.chain import first_bad_position
from tipfloor.store.sqlite import SqliteStore

NAME = "Quenthwaite"


async def on_row(desk: DeskAtWork, typed: str) -> None:
    await desk.on_row(typed, "b", "b blacks out")


async def test_it_is_asked_then_gone_from_file_and_screen(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.told("take_note", text=f"{NAME} asked for water")
        await desk.saved()
        row = len(desk.proceedings.saved.history)
        await desk.shows(NAME)
        await on_row(desk, "water")
        await desk.shows(f"row {row}", "not be undone", f"{NAME} asked for water")
        await desk.press("1")
        await desk.until(lambda: not desk.dialog)
        assert holders(tmp_path, NAME) != []
        await on_row(desk, "water")
        await desk.shows("not be undone")
        await desk.press("2")
        await desk.shows(f"The text of row {row} is blacked out")
        await desk.until(lambda: NAME not in desk.screen)
        assert holders(tmp_path, NAME) == []
        await desk.press("escape")
        await desk.press("space")
        await desk.until(lambda: desk.meeting.floor is not None)
    with closing(SqliteStore(desk.record)) as store:
        assert first_bad_position(store.rows()) is None
    assert holders(tmp_path, NAME) == []


async def test_files_made_before_and_other_rows_with_the_text_are_named(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        for _ in range(2):
            desk.told("take_note", text=f"{NAME} asked for water")
        await desk.saved()
        row = len(desk.proceedings.saved.history)
        made = Made("2024-02-05T10:30:00+00:00", "made.docx", row, "internal")
        desk.on_disk(lambda store: store.note_made(made))
        await on_row(desk, "water")
        await desk.press("2")
        await desk.shows(f"rows too: {row - 1}", "stale", "made.docx")


async def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await on_row(desk, "asked for the floor")
        await desk.until(lambda: "no typed text" in desk.notices)
        desk.told("take_note", text=NAME)
        await desk.saved()
        await on_row(desk, NAME.lower())
        await desk.press("2")
        await desk.until(lambda: "is blacked out" in desk.notices)
        await desk.press("escape")
        await on_row(desk, "note:")
        await desk.until(lambda: "blacked out already" in desk.notices)


async def test_a_disk_that_takes_no_writing_is_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.told("take_note", text=NAME)
        await desk.saved()
        with_connection(desk, lambda found: found.execute("PRAGMA query_only = ON"))
        await on_row(desk, NAME.lower())
        await desk.press("2")
        await desk.shows("Not blacked out", "readonly")
        assert any(NAME in str(item.event) for item in desk.proceedings.history)


async def test_a_second_desk_that_reads_loses_it_too(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    with closing(Proceedings(SqliteStore(record), clock)) as other:
        async with desk_on(record, clock) as desk:
            desk.told("take_note", text=NAME)
            await desk.saved()
            other.follow()
            await on_row(desk, NAME.lower())
            await desk.press("2")
            await desk.until(lambda: "is blacked out" in desk.notices)
            assert other.follow()
            assert not any(NAME in str(item.event) for item in other.history)
            assert holders(tmp_path, NAME) == []


async def test_nothing_is_blacked_out_where_the_chain_is_broken(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock) as desk:
        desk.told("take_note", text=NAME)
        await desk.saved()
    tampered(record, "UPDATE events SET by = 'x' WHERE position = 1")
    async with desk_on(record, clock) as desk:
        await desk.shows("ROW 1 OF THE RECORD")
        await desk.press("escape")
        await on_row(desk, NAME.lower())
        await desk.press("2")
        await desk.until(lambda: "missing or was altered" in desk.notices)
    assert holders(tmp_path, NAME) != []
