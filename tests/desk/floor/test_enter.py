"""Enter gives the floor to the one whom the chair's line names, and never by habit."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tests.desk.keyboard import burst

WAITS = "Enter did nothing"


def selected(desk: DeskAtWork) -> str:
    entry = desk.app.desk.selected
    return entry.delegation if entry else ""


async def test_enter_gives_the_floor_to_the_next(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("enter")
        await desk.shows("Brazil has the floor")
        assert desk.floor.marks == ()


HABITS = [("l",), ("c",), ("m",), ("space", "e"), ("v", "1", "v", "1"), ("e",), ("z",), ("7",)]


@pytest.mark.parametrize("act", HABITS)
async def test_enter_does_nothing_by_habit(act: tuple[str, ...], tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press(*act)
        before = desk.kinds.copy()
        desk.clock.advance(1190)
        await desk.keys("enter")
        await desk.shows(WAITS)
        assert desk.kinds == before
        desk.clock.advance(10)
        await desk.keys("enter")
        await desk.until(lambda: desk.meeting.floor)


async def test_enter_acts_at_once_behind_a_key_that_selects(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("j", "k", "enter")
        await desk.shows("Brazil has the floor")


@pytest.mark.parametrize("pace", [100, 600])
async def test_a_name_that_begins_with_a_space_takes_a_second_enter(
    pace: int, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        before = desk.kinds.copy()
        for key in ("o", "space", *"brasil", "enter"):
            desk.clock.advance(pace)
            await desk.keys(key)
        await desk.shows("Typed in one go")
        assert desk.kinds == before
        await desk.press("enter")
        await desk.until(lambda: desk.meeting.points)


async def test_an_enter_behind_an_enter_that_answered_is_a_second_press(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await burst(desk.app, "a", *"mex", "enter", "enter")
        await desk.shows("Second press ignored")
        assert desk.meeting.floor is None
        assert desk.waiting == ["BRA", "CHL", "MEX"]


async def test_two_answers_in_a_standstill_are_two_answers(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await burst(desk.app, "s", "enter", "s", "enter")
        await desk.until(lambda: len(desk.meeting.requests_refused) == 2)
        assert not desk.dialog
        assert desk.app.is_running


@pytest.mark.parametrize("ruled", [True, False])
async def test_enter_gives_it_to_nobody_whom_the_line_does_not_name(
    ruled: bool, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        if ruled:
            desk.told("point_of_order", delegation="MEX")
            desk.told("rule_on_point", ruling="noted")
        else:
            desk.told("begin_interlude", what="film")
        await desk.press("enter")
        await desk.shows("The line below the clock gives")
        assert desk.meeting.floor is None
        await desk.press("down", "enter")
        await desk.shows("why does Chile take the floor now?")


async def test_after_each_change_of_the_floor_the_selection_is_back_on_the_next(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY", "MEX", "PER") as desk:
        for keys, upcoming in (
            (("space",), "CHL"),
            (("e",), "CHL"),
            (("c",), "CHL"),
            (("m",), "URY"),
            (("d", "1"), "URY"),
        ):
            await desk.press("down", "down")
            if keys[0] == "c":
                await desk.press("up", "up")
            await desk.press(*keys)
            await desk.until(lambda code=upcoming: selected(desk) == code)


async def test_a_name_typed_in_one_go_behind_two_keys_takes_a_second_enter(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        for key in ("l", "a", *"mex", "enter"):
            desk.clock.advance(100)
            await desk.keys(key)
        await desk.shows("Typed in one go")
        assert desk.waiting == ["BRA"]
        await desk.press("enter")
        await desk.shows("Add Mexico all the same")
