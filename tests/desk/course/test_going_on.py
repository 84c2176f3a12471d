"""Going on by one key: into the first session, never past a session or a moment unasked."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan
from tipfloor.core.state.meeting import Meeting

ON = "right_square_bracket"


async def test_a_moment_and_its_first_session_are_one_key_and_one_undo(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="election_of_authorities", reason="a test")
        desk.told("take_note", text="elected")
        await desk.press(ON)
        await desk.shows("IV Introductory session: General report", "List · open")
        assert desk.meeting.session == "introductory"
        await desk.press("u")
        await desk.shows("Undo: ")
        await desk.keys("enter")
        await desk.until(lambda: desk.meeting.moment == "election_of_authorities")
        assert desk.meeting.session is None


async def test_a_session_left_with_names_is_the_one_that_is_opened_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session="a") as desk:
        desk.told("inscribe", delegation="BRA")
        desk.told("go_to_moment", moment="adoption", reason="a test", waiting="carry_over")
        desk.told("take_note", text="adopted")
        await desk.press(ON)
        await desk.until(lambda: desk.meeting.session == "a")
        assert desk.waiting == ["BRA"]


async def test_a_session_in_which_somebody_was_heard_ends_unasked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        await desk.press("space", "e", ON)
        await desk.until(lambda: desk.meeting.session == "b")
        await desk.press(ON)
        await desk.shows("Nobody was heard in “Plenary session (b)")
        await desk.keys("1")
        assert desk.meeting.session == "b"


async def test_whoever_has_the_floor_is_named_before_anything_is_asked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        await desk.press("space", ON)
        await desk.shows("✗ Brazil has the floor")
        assert not desk.dialog


def place(meeting: Meeting) -> tuple[str, str | None]:
    return meeting.moment, meeting.session


@pytest.mark.parametrize("gap", [450, 1000, 5000])
async def test_two_presses_pass_over_nothing_unasked(gap: int, tmp_path: Path) -> None:
    """From each moment and each session of the plan."""
    moments = [item.code for item in real_plan().moments]
    sessions = [item.code for item in real_plan().sessions]
    async with at_desk(tmp_path, session=None) as desk:
        for code in moments:
            if code != desk.meeting.moment:
                desk.told("go_to_moment", moment=code, reason="a test")
            await twice(desk, gap)
        for code in sessions:
            desk.told("open_session", session=code, reason="a test")
            await twice(desk, gap)


async def twice(desk: DeskAtWork, gap: int) -> None:
    """Press the key twice, answering nothing: at most one step is made."""
    places = [place(desk.meeting)]
    desk.clock.advance(2000)
    for _ in range(2):
        await desk.keys(ON)
        desk.clock.advance(gap)
        if place(desk.meeting) != places[-1]:
            places.append(place(desk.meeting))
        if desk.dialog:
            break
    while desk.dialog:
        await desk.keys("escape")
    assert len(places) <= 2, places
