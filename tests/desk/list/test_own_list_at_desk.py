"""The floor in the moments of decision: `a` and space work there as in a session."""

from contextlib import closing
from pathlib import Path

from tests.desk.desk_at_work import at_desk
from tipfloor.export import Scope, export
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore


async def test_the_floor_on_the_one_document_of_a_moment(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="adoption", reason="a test")
        await desk.press("a")
        await desk.keys(*"can", "ctrl+n", "enter")
        await desk.until(lambda: desk.waiting == ["CAN"])
        await desk.shows("1 waiting", "CAN Canada", "RTP-VII/doc.3/24", "Next  CAN")
        await desk.press("space")
        await desk.shows("amendment · RTP-VII/doc.3/24", "of 2:00", "“Canada has the floor")
        await desk.press("e")
        await desk.until(lambda: desk.meeting.floor is None)
        assert desk.recorded.remarks[-1].moment == "adoption"
    with closing(SqliteStore(desk.record, read_only=True)) as store:
        minutes, table = (export(Proceedings(store), form).decode() for form in ("text", "csv"))
        times = export(Proceedings(store), "text", Scope(reader="timekeeping")).decode()
    assert "Remark by the Delegation of Canada." in " ".join(minutes.split())
    assert "Canada: amendment, Third Work Plan on Trafficking in" in " ".join(times.split())
    row = "Persons,CAN,Canada,national_authority,national authority,,amendment,amendment,"
    assert f"Third Work Plan on Trafficking in {row}" in table


async def test_it_is_asked_on_which_recommendation(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="recommendations", reason="a test")
        for text in ("To cooperate", "To report"):
            desk.told("add_recommendation", text=text)
        await desk.press("a")
        await desk.keys(*"can per", "ctrl+o", "enter")
        await desk.shows("On which of these?", "2 Recommendation 2: To report")
        await desk.keys("2")
        await desk.until(lambda: desk.waiting == ["CAN", "PER"])
        asked = desk.meeting.speakers().waiting
        assert {(item.recommendation, item.kind) for item in asked} == {(2, "objection")}


async def test_an_address_that_is_next_comes_before_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="opening_ceremony", reason="a test")
        await desk.inscribe("can")
        await desk.shows("Next  Representative of the host")
        await desk.press("c", "space")
        await desk.until(lambda: desk.meeting.speaker)
        assert desk.floor.entry.delegation == "CAN"
        await desk.press("e", "space")
        await desk.until(lambda: desk.meeting.speaker and desk.floor.is_address)


async def test_names_that_wait_are_asked_for_before_the_moment_is_left(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="adoption", reason="a test")
        await desk.inscribe("can")
        await desk.press("right_square_bracket")
        await desk.shows("One name waits on this list")
        await desk.keys("2")
        await desk.until(lambda: desk.meeting.moment == "plenary_sessions")
