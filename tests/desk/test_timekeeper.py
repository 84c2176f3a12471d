from pathlib import Path

import pytest

from tests.desk.golden import check_golden
from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.desk.timekeeping import ALL, SIZES, shows_digits, watch
from tests.helpers.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A session with eight delegations on its list, nobody on the floor."""
    return Desk.in_session(tmp_path, *ALL)


@pytest.mark.parametrize("size", SIZES)
async def test_a_remark_at_each_size(desk: Desk, size: tuple[int, int]) -> None:
    desk.tell("give_floor")
    desk.clock.advance(18_000)
    async with watch(desk, size) as pilot:
        await wait_until(pilot, lambda: shows_digits(pilot.app, "1:42"))
        check_golden(f"timekeeper_{size[0]}x{size[1]}", screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_what_matters_is_there_at_every_size(desk: Desk, size: tuple[int, int]) -> None:
    desk.tell("give_floor")
    async with watch(desk, size) as pilot:
        await wait_for_text(pilot, "● SPEAKING", "of 2:00", "BRA  Brazil", "CHL Chile")
        await wait_for_text(pilot, "Session on technology", "7 waiting", "list open", "ends 11:18")
        await wait_for_text(pilot, "11:00:00")


async def test_each_phase_has_its_word_and_sign(desk: Desk) -> None:
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.tell("call")
        await wait_for_text(pilot, "BRA  Brazil · ► CALLED   of 2:00", "the clock has not started")
        desk.tell("give_floor")
        await wait_for_text(pilot, "● SPEAKING")
        desk.clock.advance(90_000)
        await wait_for_text(pilot, "▲ LAST 30 SECONDS")
        desk.clock.advance(20_000)
        await wait_for_text(pilot, "◆ LAST 10 SECONDS")
        desk.tell("pause", reason="interpretation")
        await wait_for_text(pilot, "║ PAUSED", "Paused: interpretation")
        desk.tell("resume")
        desk.clock.advance(15_000)
        await wait_for_text(pilot, "■ TIME IS UP")
        await wait_until(pilot, lambda: shows_digits(pilot.app, "+0:05"))
        desk.tell("suspend")
        await wait_for_text(pilot, "▬ SUSPENDED")


async def test_the_chair_decides_where_the_rules_say_so(tmp_path: Path) -> None:
    rules = {"at_limit": "alert", "warnings_at_seconds": (60,)}
    desk = Desk.in_session(tmp_path, "BRA", **rules)
    desk.tell("give_floor")
    desk.clock.advance(60_000)
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "◆ LAST MINUTE")
        desk.clock.advance(61_000)
        await wait_for_text(pilot, "■ OVER TIME")


async def test_the_list_moves_up_and_closes(desk: Desk) -> None:
    async with watch(desk, (160, 45)) as pilot:
        await wait_for_text(pilot, "8 waiting", "1  BRA Brazil", "5  DMA Dominica")
        desk.tell("give_floor")
        await wait_for_text(pilot, "7 waiting", "1  CHL Chile", "5  DOM Dominican Republic")
        desk.tell("close_list")
        await wait_for_text(pilot, "list closed")


async def test_whoever_is_called_is_not_next_as_well(desk: Desk) -> None:
    desk.tell("call", delegation="CHL", reason="a minister must leave")
    async with watch(desk, (160, 45)) as pilot:
        shown = await wait_for_text(pilot, "CHL  Chile", "1  BRA Brazil", "2  URY Uruguay")
        assert "CHL Chile" not in shown


async def test_nobody_waits(tmp_path: Path) -> None:
    async with watch(Desk.in_session(tmp_path)) as pilot:
        await wait_for_text(pilot, "nobody is waiting", "0 waiting")


async def test_a_moment_without_a_list(tmp_path: Path) -> None:
    async with watch(Desk.convene(tmp_path)) as pilot:
        await wait_for_text(pilot, "Registration", "no list of speakers")


async def test_a_session_that_is_not_open_says_so(tmp_path: Path) -> None:
    desk = Desk.convene(tmp_path)
    desk.tell("next_moment")
    desk.tell("next_moment")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "Not open yet: Session on general")


@pytest.mark.parametrize("size", SIZES)
async def test_a_joint_statement_and_a_report(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = Desk.in_session(tmp_path)
    desk.tell("inscribe", delegation="BRA", on_behalf_of=["CHL", "URY"])
    desk.tell("inscribe", delegation="MEX", remark_kind="report")
    desk.tell("give_floor")
    async with watch(desk, size) as pilot:
        await wait_for_text(pilot, "on behalf of 2 delegations", "MEX Mexico (report)")
        desk.tell("end_remark")
        desk.tell("give_floor")
        await wait_for_text(pilot, "report", "no limit", "● SPEAKING")
        desk.clock.advance(61_000)
        await wait_until(pilot, lambda: shows_digits(pilot.app, "1:01"))


async def test_points_of_order_in_the_order_raised(desk: Desk) -> None:
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="MEX")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "Point of order: MEX Mexico", "║ PAUSED")
        desk.tell("point_of_order", delegation="JAM")
        await wait_for_text(pilot, "Point of order: MEX Mexico, then JAM Jamaica")
        desk.tell("rule_on_point", ruling="not well taken")
        await wait_for_text(pilot, "Point of order: JAM Jamaica")
