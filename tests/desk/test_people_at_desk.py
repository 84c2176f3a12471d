"""People at the desk: beside another process, and on a disk that refuses."""

import contextlib
from contextlib import closing
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork, at_desk, convened, desk_on
from tests.desk.test_every_key import by_palette
from tests.desk.test_not_saved import with_connection
from tests.helpers.gated import GatedStore
from tipfloor.proceedings import Proceedings
from tipfloor.store import NotErased, Person, Shown, StoreFault
from tipfloor.store.sqlite import SqliteStore

MINISTER = Person(
    "p0123456789ab", "BRA", "Aurelia Quintavale", "Minister", "full_name", "2024-02-05", None
)


async def ask_change(desk: DeskAtWork) -> None:
    """Open the question of what is to be shown of the only person."""
    await by_palette(desk, "show, hide or forget a person")
    await desk.shows("Which person?")
    await desk.press("1")
    await desk.shows("what is shown?")


async def test_whom_another_process_forgot_does_not_come_back(tmp_path: Path) -> None:
    """PRACTICE section 6: a person is erased everywhere, at once."""
    record, clock = convened(tmp_path)
    with closing(Proceedings(SqliteStore(record), clock)) as other:
        other.keep_person(MINISTER)
        async with desk_on(record, clock) as desk:
            await ask_change(desk)
            with contextlib.suppress(NotErased):
                other.forget_person(MINISTER.id)
            await desk.press("2")
            await desk.shows("That person was forgotten meanwhile.")
            assert not desk.proceedings.people
    with closing(SqliteStore(record)):
        pass
    assert MINISTER.name.encode() not in record.read_bytes()


async def test_a_record_that_takes_no_writing_is_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.keep_person(MINISTER)
        with_connection(desk, lambda found: found.execute("PRAGMA query_only = ON"))
        await ask_change(desk)
        await desk.press("4")
        await desk.shows("Not saved: attempt to write a readonly")
        assert desk.proceedings.people == {MINISTER.id: MINISTER}
        await ask_change(desk)
        await desk.press("5", "2")
        await desk.shows("Not saved: attempt to write a readonly")
        assert desk.proceedings.people == {MINISTER.id: MINISTER}


class Unreadable(GatedStore):
    """A record of which it cannot be read which files showed somebody."""

    def shown_in(self, person: str) -> list[Shown]:
        raise StoreFault("unreadable", "", "disk I/O error")


async def test_a_record_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    with closing(Proceedings(SqliteStore(record), clock)) as other:
        other.keep_person(MINISTER)
    async with desk_on(record, clock, waiting=["BRA"], around=Unreadable) as desk:
        await ask_change(desk)
        await desk.press("5", "2")
        await desk.shows("Not saved: disk I/O error")
        assert desk.app.is_running


async def test_a_name_in_a_typed_text_is_not_said_to_be_forgotten(tmp_path: Path) -> None:
    """PRACTICE section 6: what could not be erased is said, with its rows."""
    async with at_desk(tmp_path, "BRA") as desk:
        desk.keep_person(MINISTER)
        desk.told("take_note", text=f"{MINISTER.name} asked for water")
        await desk.saved()
        row = len(desk.proceedings.saved.history)
        await ask_change(desk)
        await desk.press("5", "2")
        await desk.shows("but not forgotten", f"rows {row}")
        assert not desk.proceedings.people


async def test_withdrawing_lists_the_files_that_show_the_name_still(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        agreed = MINISTER._replace(shown="full_name", consented_at="2024-02-05T10:00:00+00:00")
        desk.keep_person(agreed)
        shown = Shown("2024-02-05T10:30:00+00:00", "shown.docx", MINISTER.id)
        desk.on_disk(lambda store: store.note_shown(shown))
        await ask_change(desk)
        await desk.press("4")
        await desk.shows("Files made before are stale now", "shown.docx")


async def test_a_note_and_a_reason_are_no_place_for_names(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await by_palette(desk, "note in the log")
        await desk.press("1")
        await desk.shows("no people's names")
