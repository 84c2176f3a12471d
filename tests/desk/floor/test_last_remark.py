"""What is done to "the last remark" names it, and never means one of another session."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tipfloor.store import Person

ELSEWHERE = "The last remark, no. 1 of Brazil"
SPEAKER = Person("p0123456789ab", "BRA", "Aurelia Quintavale", "Deputy Minister", "delegation_only")


async def spoken_before(desk: DeskAtWork) -> None:
    """Let Brazil speak in one session, and open the next one."""
    await desk.press("space", "e")
    desk.told("open_session", session="b")
    desk.clock.advance(60_000)
    desk.app.refresh_outlook()
    await desk.shows("Plenary session (b)")


async def test_a_mark_names_the_remark(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", session="a") as desk:
        await desk.press("space", "e", "space", "r")
        await desk.shows("Mark the remark of Chile, no. 2 of 11:00:01")
        await desk.keys("1")
        await desk.until(lambda: "reminded_of_topic" in desk.floor.marks)


async def test_a_remark_of_another_session_is_not_meant(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        desk.keep_person(SPEAKER)
        await spoken_before(desk)
        for deed in ("mark", "name_speaker"):
            desk.app.desk.action_deed(deed)
            await desk.shows(ELSEWHERE)
            assert not desk.dialog


@pytest.mark.parametrize("key", ["r", "s"])
async def test_chosen_in_the_log_it_is(key: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        desk.keep_person(SPEAKER)
        await spoken_before(desk)
        await desk.press("slash")
        await desk.keys(*"spoke", "enter")
        await desk.shows("r reminds · s names who spoke")
        await desk.press(key)
        await desk.until(lambda: not desk.app.screen.query(".head"))
        await desk.keys("1")
        remark = desk.meeting.remarks[0]
        await desk.until(
            lambda: desk.meeting.remarks[0].marks or desk.meeting.remarks[0].entry.person
        )
        assert remark.session == "a"


async def test_a_row_about_no_remark_has_none_to_mark(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session="a") as desk:
        await desk.press("slash", "enter")
        await desk.press("r")
        await desk.shows("That row is about no remark.")
