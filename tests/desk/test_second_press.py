"""A second press of a key within a moment does nothing twice."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tests.desk.keyboard import burst

IGNORED = "Second press ignored"


async def twice(desk: DeskAtWork, key: str) -> None:
    """Press a key, and again at once, while the meeting's clock stands."""
    await desk.press(key)
    await desk.keys(key)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("space", "floor_given"),
        ("l", "list_closed"),
        ("right_square_bracket", "session_opened"),
        ("m", "absent_when_called"),
    ],
)
async def test_at_a_free_floor(key: str, kind: str, tmp_path: Path) -> None:
    session = None if key == "right_square_bracket" else "introductory"
    async with at_desk(tmp_path, session=session) as desk:
        if session is None:
            desk.told("go_to_moment", moment="plenary_sessions", reason="a test")
        for code in ("BRA", "CHL", "URY"):
            desk.told("inscribe", delegation=code)
        await twice(desk, key)
        await desk.shows(IGNORED)
        assert desk.kinds.count(kind) == 1
        assert not desk.dialog
        desk.clock.advance(500)
        await desk.keys(key)
        await desk.until(lambda: desk.dialog or IGNORED not in desk.screen)


@pytest.mark.parametrize("key", ["e", "p"])
async def test_while_someone_speaks(key: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        before = len(desk.kinds)
        await twice(desk, key)
        await desk.shows(IGNORED)
        assert len(desk.kinds) == before + 1


async def test_the_last_seconds_of_a_remark_skip_nobody(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        await desk.press("space")
        await desk.later(121)
        await twice(desk, "space")
        assert desk.floor.entry.delegation == "CHL"
        assert desk.waiting == ["URY"]


async def test_another_key_in_between_is_no_second_press(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.keys("e", "space")
        await desk.shows("CHL  Chile")
        assert IGNORED not in desk.screen


async def test_typing_ahead_of_a_question_does_no_act(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await burst(desk.app, "a", "l")
        await desk.shows("Inscribe on the list of speakers")
        assert desk.waiting == ["BRA", "CHL"]


async def test_what_is_typed_ahead_reaches_the_question_whole(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await burst(desk.app, "a", *"bra dm jam", "enter")
        await desk.until(lambda: desk.waiting == ["BRA", "DMA", "JAM"])
        await burst(desk.app, "s", *"dom", "enter")
        await desk.shows("Slides refused to the Dominican")


async def test_what_is_typed_behind_an_answer_is_for_the_desk(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await burst(desk.app, "a", *"bra dm", "enter", "l", "space")
        await desk.until(lambda: desk.kinds[-2:] == ["list_closed", "floor_given"])
        await burst(desk.app, "x", "1", *"dm", "enter", "e", "space")
        await desk.until(lambda: desk.meeting.floor and desk.floor.entry.delegation == "DMA")
        assert [item.requested for item in desk.meeting.requests_refused] == ["remote"]


async def test_an_answer_that_is_wanting_leaves_the_question_listening(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await burst(desk.app, "a", *"zzz", "enter")
        await desk.shows("No delegation is called")
        await burst(desk.app, *["backspace"] * 3, *"bra", "enter")
        await desk.until(lambda: desk.waiting == ["BRA"])
