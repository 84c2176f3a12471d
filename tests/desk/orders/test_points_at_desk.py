"""A point of order at the desk: the clock first, then who; the interrupted speaker pays nothing."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, ruled

PAUSED = "║ PAUSED"


def times(desk: DeskAtWork) -> tuple[int, int, int]:
    floor, now = desk.floor, desk.clock.now()
    return floor.speaking(now), floor.paused(now), floor.over_time(now)


async def test_the_clock_stands_from_the_key_on(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(60)
        await desk.press("o")
        await desk.shows(PAUSED, "point of order", "A point of order is raised by")
        await desk.later(90)
        await desk.type("mex")
        await desk.shows("Point of order of Mexico: the chair's ruling?")
        assert times(desk) == (60_500, 90_000, 0)
        assert desk.meeting.raised[0].remark == desk.floor.id
        await desk.press("o", "1")
        await desk.press("p")
        await desk.shows("● SPEAKING")
        assert times(desk)[0] == 60_500


async def test_without_an_answer_the_clock_goes_on_and_the_time_is_given_back(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(119)
        await desk.press("o")
        await desk.later(600)
        await desk.shows(PAUSED)
        await desk.keys("escape")
        await desk.shows("◆ LAST")
        assert times(desk) == (119_500, 600_000, 0)
        assert not desk.meeting.raised
        await desk.press("u")
        await desk.keys("enter")
        await desk.shows(PAUSED)
        await desk.press("p")
        await desk.until(lambda: desk.floor.pause is None)
        assert times(desk)[0] == 119_500


async def test_in_the_last_second_it_pauses_and_never_ends(tmp_path: Path) -> None:
    """PRACTICE section 7, case 5."""
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        desk.clock.advance(119_999)
        await desk.keys("o")
        await desk.later(30)
        await desk.type("mex")
        await desk.shows(PAUSED, "Point of order of Mexico: the chair's ruling?")
        assert "floor_withdrawn" not in desk.kinds
        assert times(desk) == (119_999, 30_000, 0)


async def test_an_over_time_ends_with_the_key_and_not_with_the_name(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(125)
        await desk.shows("■ TIME IS UP")
        await desk.keys("o")
        await desk.later(40)
        await desk.type("mex")
        await desk.until(lambda: desk.meeting.points)
        last = desk.meeting.remarks[-1]
        assert last.over_time(desk.clock.now()) == 5_000
        assert desk.meeting.points[0].remark == last.id


async def test_whoever_may_not_raise_one_stops_no_clock(tmp_path: Path) -> None:
    plan = ruled(check_in_required=True)
    async with at_desk(tmp_path, plan=plan) as desk:
        desk.told("check_in", delegation="BRA")
        desk.told("inscribe", delegation="BRA")
        await desk.press("space")
        await desk.later(30)
        await desk.press("o")
        await desk.later(20)
        await desk.type("mex")
        await desk.until(lambda: not desk.dialog and desk.floor.pause is None)
        assert not desk.meeting.points
        assert times(desk) == (30_500, 20_000, 0)


async def test_a_clock_that_stood_for_another_reason_goes_on_standing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "p", "3")
        await desk.press("o")
        await desk.keys("escape")
        await desk.until(lambda: not desk.dialog)
        assert desk.floor.pause is not None
        assert desk.floor.pause.reason == "microphone"


async def test_between_speakers_nothing_is_stopped(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        before = desk.kinds.copy()
        await desk.press("o")
        await desk.keys("escape")
        assert desk.kinds == before


async def test_where_the_rules_let_the_clock_run_it_runs(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", plan=ruled(pause_on_point_of_order=False)) as desk:
        await desk.press("space", "o")
        await desk.shows("● SPEAKING", "A point of order is raised by")
        await desk.later(10)
        await desk.type("mex")
        await desk.until(lambda: desk.meeting.points)
        assert times(desk) == (10_500, 0, 0)


@pytest.mark.parametrize("second", ["escape", "enter"])
async def test_behind_a_ruling_too_the_clock_stops_first(second: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("o")
        await desk.type("mex")
        await desk.press("o", "1", "space")
        await desk.later(3)
        desk.told("point_of_order", delegation="MEX")
        desk.told("rule_on_point", ruling="noted")
        desk.told("resume")
        await desk.press("o")
        await desk.shows(PAUSED, "What follows?")
        await desk.later(5)
        if second == "escape":
            await desk.keys("escape")
            await desk.until(lambda: desk.floor.pause is None)
        else:
            await desk.keys("2")
            await desk.later(5)
            await desk.type("chl")
            await desk.until(lambda: desk.meeting.points)
        assert times(desk)[0] == 3_500


async def test_two_points_are_answered_in_their_order(tmp_path: Path) -> None:
    """PRACTICE section 7, case 4."""
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "o")
        await desk.type("mex")
        await desk.press("o")
        await desk.keys("4")
        await desk.later(7)
        await desk.keys("escape")
        await desk.until(lambda: not desk.dialog)
        assert desk.floor.pause is not None
        await desk.press("o")
        await desk.keys("4")
        await desk.type("chl")
        await desk.until(lambda: len(desk.meeting.points) == 2)
        assert times(desk)[2] == 0
