"""Questions: a reason is never empty, Escape leaves everything, the countdown stays in sight."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk

COUNTDOWN_ROWS = range(2, 13)
"""The rows of the floor's frame at 80x24."""

SPEAKING = ("space",)
QUESTIONS: dict[str, tuple[str, ...]] = {
    "inscribe": ("a", *"bra mex xyz costa r"),
    "inscribe, candidates": ("a", *"sa"),
    "out of order": ("e", "down", "up", "down", "enter"),
    "pause": ("p",),
    "pause, other": ("p", "4"),
    "point of order": ("o", *"sa"),
    "ruling": ("o", *"mex", "enter", "o"),
    "back-date": ("b",),
    "move": ("J",),
    "reopen": ("l", "l"),
    "slides": ("s", *"guat"),
    "refuse": ("x",),
    "refuse by": ("x", "4"),
    "undo": ("u",),
    "mark": ("r",),
    "names waiting": ("e", "right_square_bracket"),
    "back": ("e", "left_square_bracket"),
    "quit": ("q",),
    "palette": ("ctrl+p", *"e"),
}


GIVEN_BACK = {"point of order": ("clock_resumed",)}
"""What Escape does: the clock that the key had stopped goes on."""


def rows(desk: DeskAtWork, wanted: Iterable[int]) -> list[str]:
    lines = desk.screen.splitlines()
    return [lines[row] for row in wanted]


@pytest.mark.parametrize("name", QUESTIONS)
async def test_stays_inside_the_screen_and_off_the_countdown(name: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        desk.clock.advance(5_000)
        await desk.press(*SPEAKING)
        *first, last = QUESTIONS[name]
        await desk.press(*first)
        await desk.press(last)
        await desk.until(lambda: desk.app.screen.focused or name == "palette")
        width, height = SMALLEST
        for widget in desk.app.screen.walk_children():
            region = widget.region
            if widget.display and region.area and widget.parent is desk.app.screen:
                assert region.x >= 0, widget
                assert region.y > COUNTDOWN_ROWS[-1], widget
                assert region.right <= width, widget
                assert region.bottom <= height, widget
        floor = rows(desk, COUNTDOWN_ROWS)
        assert floor[0].startswith("╭─ The floor")
        assert floor[-1].startswith("╰──")
        assert "BRA  Brazil" in floor[1] or "Next" in floor[1]


@pytest.mark.parametrize("name", [n for n in QUESTIONS if n != "palette"])
async def test_escape_leaves_everything_as_it_is(name: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        desk.clock.advance(5_000)
        await desk.press(*SPEAKING)
        await desk.press(*QUESTIONS[name])
        before = desk.kinds.copy()
        await desk.until(lambda: desk.dialog)
        while desk.dialog:
            await desk.keys("escape")
        assert desk.kinds == [*before, *GIVEN_BACK.get(name, ())]


async def test_the_clock_goes_on_under_a_question(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space", "x")
        before = rows(desk, COUNTDOWN_ROWS)
        await desk.later(7)
        await desk.until(lambda: rows(desk, COUNTDOWN_ROWS) != before)
        await desk.later(120)
        await desk.shows("■ TIME IS UP", "Refuse what?")


@pytest.mark.parametrize("typed", ["", "   "])
async def test_an_empty_reason_is_refused(typed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        await desk.press("down", "enter")
        await desk.type(typed)
        await desk.shows("✗ A reason is needed: the record keeps it.")
        assert desk.meeting.floor is None
        await desk.keys("escape")
        assert (desk.dialog, desk.waiting) == (False, ["BRA", "CHL", "URY"])


@pytest.mark.parametrize(("typed", "kept"), [("interpreter gone", True), ("", False)])
async def test_a_reason_for_the_pause_that_is_typed(typed: str, kept: bool, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "p", "4")
        await desk.type(typed)
        if kept:
            await desk.shows("║ PAUSED", "interpreter g")
        else:
            await desk.keys("escape")
        assert (desk.floor.pauses[0].reason == typed) is True
        assert desk.floor.pause is not None


async def test_p_in_the_question_of_the_pause_starts_the_clock_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "p")
        await desk.later(3)
        await desk.press("p")
        await desk.shows("● SPEAKING")
        assert desk.floor.pause is None
        assert not desk.dialog


@pytest.mark.parametrize("typed", ["0", "-3", "4000"])
async def test_no_sensible_number_of_seconds(typed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.clock.advance(5_000)
        await desk.press("space", "b")
        await desk.type(typed)
        await desk.shows("✗ Type a number of seconds")
        assert "back_dated" not in desk.floor.marks


async def test_back_dating_further_than_the_floor_was_free_is_refused(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.clock.advance(5_000)
        await desk.press("space", "b")
        await desk.type("60")
        await desk.shows("✗ The start can go back by")


@pytest.mark.parametrize(
    ("answer", "waiting", "not_heard"),
    [("1", ["BRA", "CHL"], []), ("2", [], ["BRA", "CHL"])],
)
async def test_names_waiting_are_asked_after(
    answer: str, waiting: list[str], not_heard: list[str], tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("right_square_bracket")
        await desk.shows("2 names wait on this list. What becomes of them?")
        await desk.keys(answer)
        await desk.until(lambda: desk.meeting.moment == "adoption")
        left = desk.meeting.speakers("introductory")
        assert [entry.delegation for entry in left.waiting] == waiting
        gone = [item.entry.delegation for item in left.departed if item.why == "not_heard"]
        assert gone == not_heard


async def test_undo_is_confirmed_for_the_act_that_is_shown(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("d", "enter", "u")
        await desk.shows("Undo: Brazil withdrew")
        desk.told("inscribe", delegation="MEX")
        await desk.keys("enter")
        await desk.shows("Another act came in meanwhile")
        assert desk.waiting == ["CHL", "MEX"]
