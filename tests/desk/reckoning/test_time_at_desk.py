"""The limit as the desk shows it: warnings, the floor withdrawn, over-time, reminders, the plan."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk, convened, desk_on, ruled
from tipfloor.core.ground.instant import Phase
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.phase import WearsPhase


async def test_the_warnings_come_by_word_and_sign(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(89.9)
        await desk.shows("● SPEAKING")
        await desk.later(0.1)
        await desk.shows("▲ LAST 30", "I ask Brazil to conclude.")
        await desk.later(20)
        await desk.shows("◆ LAST 10")


async def test_at_the_limit_the_floor_is_withdrawn_and_over_time_counts(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(120)
        await desk.shows("■ TIME IS UP", "Time is up: I thank Brazil.", "floor withdrawn at 2:00")
        assert desk.meeting.speaker is None
        await desk.later(14.2)
        floor = desk.floor
        assert floor.speaking(desk.clock.now()) == 120_000
        assert floor.over_time(desk.clock.now()) == 14_200
        assert " ███ " in desk.screen  # the plus before the digits
        await desk.press("space")
        await desk.shows("CHL  Chile", "● SPEAKING", "Brazil stopped at +0:14.7")
        assert desk.meeting.remarks[0].ended_by == "time_limit"


async def test_e_marks_that_the_speaker_has_stopped(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(130)
        await desk.press("e")
        await desk.shows("Brazil stopped at +0:10.5", "○ FLOOR FREE")
        assert desk.waiting == ["CHL"]


async def test_a_limit_that_passed_while_no_desk_ran_is_recovered(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=["BRA"]) as desk:
        await desk.press("space")
    clock.advance(150_000)
    async with desk_on(record, clock) as desk:
        await desk.shows("■ TIME IS UP", "BRA  Brazil", "recovered")
        assert desk.floor.over_time(clock.now()) == 30_000


async def test_a_desk_opened_again_goes_on_with_the_true_time(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=["BRA"]) as desk:
        await desk.press("space")
    clock.advance(40_000)
    async with desk_on(record, clock) as desk:
        await desk.shows("● SPEAKING", "BRA  Brazil")
        assert desk.floor.left(clock.now()) == 80_000


async def test_alert_keeps_the_floor_open(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", plan=ruled(at_limit="alert")) as desk:
        await desk.press("space")
        await desk.later(125)
        await desk.shows("■ OVER TIME")
        await desk.press("space")
        await desk.shows("✗ Brazil has the floor: e when Brazil")
        await desk.press("e")
        remark = desk.meeting.remarks[0]
        assert remark.speaking(desk.clock.now()) == 126_000
        assert remark.over_time(desk.clock.now()) == 6_000


@pytest.mark.parametrize("bell", [True, False])
async def test_the_bell_rings_once_where_it_is_switched_on(bell: bool, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", plan=ruled(bell=bell)) as desk:
        rung: list[int] = []
        desk.app.bell = lambda: rung.append(1)  # type: ignore[method-assign]
        await desk.press("space")
        await desk.later(121)
        await desk.shows("■ TIME IS UP")
        await desk.later(5)
        assert len(rung) == (1 if bell else 0)


async def test_a_pause_is_no_speaking_time(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space")
        await desk.later(20)
        await desk.press("p", "2")
        await desk.later(600)
        await desk.shows("interpretation", "10:0")
        await desk.press("p", "e")
        remark = desk.meeting.remarks[0]
        now = desk.clock.now()
        assert (remark.speaking(now), remark.paused(now)) == (21_000, 601_000)


async def test_a_forgotten_start_is_noticed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", plan=ruled(remind_after_seconds=30)) as desk:
        await desk.later(29)
        assert "▷" not in desk.screen
        await desk.later(1)
        await desk.shows(
            "▷ nobody has had the floor for 0:30  space gives", "“I give the floor to Brazil."
        )
        await desk.press("c")
        await desk.until(lambda: "▷" not in desk.screen)
        await desk.later(30)
        await desk.shows("▷ called 0:30 ago  space starts the clock of Brazil")
        await desk.press("space")
        await desk.until(lambda: "▷" not in desk.screen)


@pytest.mark.parametrize(
    ("advance", "shown"), [(0, "15 min behind"), (-900, "on plan"), (-1020, "2 min ahead")]
)
async def test_the_plan_against_the_clock(advance: int, shown: str, tmp_path: Path) -> None:
    record, clock = convened(tmp_path, session=None)
    clock.jump_wall(advance * 1000)
    async with desk_on(record, clock) as desk:
        desk.told("open_session", session="introductory", reason="a test")
        await desk.shows(shown)


async def test_a_list_that_closes_by_itself(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", plan=ruled(close_list_after_minutes=15)) as desk:
        await desk.later(15 * 60)
        await desk.shows("List · closed · 1 waiting", "List of speakers closed by time")


async def test_a_wall_clock_set_by_hand_changes_no_duration(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space")
        desk.clock.jump_wall(3_600_000)
        await desk.later(10)
        await desk.shows("12:00:10", "The wall clock was set by 3600")
        assert desk.floor.speaking(desk.clock.now()) == 10_000


async def test_a_discreet_clock_has_no_red_no_over_time_and_no_sound(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", plan=ruled(bell=True)) as desk:
        rung: list[int] = []
        desk.app.bell = lambda: rung.append(1)  # type: ignore[method-assign]
        await desk.press("space")
        desk.app.desk.action_deed("discreet")
        await desk.shows("Brazil: clock made discreet")
        await desk.later(115)
        await desk.shows("◆ LAST 10")
        assert desk.app.desk.query_one("#digits", WearsPhase).worn is Phase.SPEAKING
        await desk.later(20)
        await desk.shows("■ TIME IS UP")
        assert desk.app.desk.query_one(FloorClock).text == "0:00"
        assert desk.app.desk.query_one("#phase", WearsPhase).worn is Phase.SPEAKING
        assert not rung
        assert desk.floor.over_time(desk.clock.now()) == 15_000
        desk.app.desk.action_deed("discreet")
        await desk.until(lambda: desk.app.desk.query_one(FloorClock).text.startswith("+"))
        assert desk.app.desk.query_one("#phase", WearsPhase).worn is Phase.OVER_TIME
