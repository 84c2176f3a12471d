"""Addresses, interludes and the closure as the desk and the timekeeper show them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan
from tests.desk.golden import check_golden
from tests.desk.screen_text import wait_for_text
from tests.desk.test_hostile_names import check_columns
from tests.desk.timekeeping import watch
from tests.helpers.desk import Desk
from tests.helpers.hostile import HOSTILE
from tests.helpers.plans import ADDRESSES
from tipfloor.core.ground.instant import Phase
from tipfloor.core.plan.plan import Plan
from tipfloor.standing.chair.sentence import sentence


async def in_opening(desk: DeskAtWork) -> None:
    """Go on to the opening ceremony."""
    await desk.press("right_square_bracket")
    await desk.shows("II Opening ceremony")


async def test_space_gives_the_addresses_in_their_order(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await in_opening(desk)
        await desk.shows("○ Representative of the … 10 min", "○ Secretary General of t… 10 min")
        await desk.shows("“I give the floor to the", "Representative of the host country.”")
        await desk.press("space")
        await desk.shows(
            "USA  Representative of the host country", "► Representative of the ho… 0:00"
        )
        await desk.press("space")
        await desk.shows("the floor: e when the Representative")
        await desk.later(125)
        await desk.press("e")
        await desk.shows("✓ Representative of the ho… 2:0", "Next  Secretary General")
        await desk.shows("“I give the floor to the Secretary")


async def test_at_the_planned_length_the_sign_is_calm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_desk(Path(), session=None) as desk:
        await in_opening(desk)
        await desk.press("space")
        await desk.later(599)
        await desk.shows("● SPEAKING", "planned 10:00")
        await desk.later(1)
        await desk.shows("▼ PLANNED", "LENGTH REACHED")
        outlook = desk.app.desk.outlook
        assert outlook is not None
        assert outlook.colour is Phase.PLANNED
        said = sentence(outlook)
        assert said.startswith(
            "The Representative of the host country has the floor. The Secretary"
        )
        check_golden("desk_planned_length_80x24", desk.screen)


async def test_the_board_of_the_closing_shows_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PRACTICE section 2, row ix."""
    monkeypatch.chdir(tmp_path)
    async with at_desk(Path(), "BRA", "CHL", session="a") as desk:
        desk.told("go_to_moment", moment="closing_ceremony", reason="x", waiting="carry_over")
        await desk.shows("✗ the report is not delivered", "✗ 2 names not heard", "a: BRA CHL")
        check_golden("desk_closing_80x24", desk.screen)
        await desk.press("n", "C")
        await desk.shows("Left open: the report is not delivered", "2 close all the same")
        await desk.press("2")
        await desk.shows("MEETING     ", "closed at 11:0", "“The meeting is closed.”")
        await desk.press("n", "Q")
        await desk.type("a mistake")
        await desk.shows("○ FLOOR FREE")


async def test_the_reminder_of_the_report_stands_from_the_first_session_on(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 10: a reminder while undelivered."""
    async with at_desk(tmp_path, session=None) as desk:
        assert "report not yet delivered" not in desk.screen
        desk.told("open_session", session="introductory", reason="x")
        await desk.shows("○ report not yet delivered")
        await desk.press("n", "T")
        await desk.shows("Rapporteur of the consultation", "● SPEAKING")
        assert "report not yet delivered" not in desk.screen
        await desk.press("e", "u")
        await desk.keys("enter")
        await desk.shows("● SPEAKING")


async def test_a_long_list_of_addresses_keeps_the_next_one_on_the_board(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await in_opening(desk)
        for number in range(12):
            desk.told("add_address", office=f"Guest {number}")
        for _ in range(9):
            desk.told("begin_address")
            desk.told("end_remark")
        await desk.shows("… 7 before", "○ Guest 7", "○ Guest 11")


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_offices_keep_to_their_columns(name: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None, plan=hostile(name)) as desk:
        await in_opening(desk)
        await desk.press("space")
        await desk.shows("● SPEAKING")
        check_columns(desk)
        await desk.press("e")
        desk.told("begin_interlude", what=name)
        await desk.shows("≡ INTERLUDE")
        check_columns(desk)


def hostile(name: str) -> Plan:
    """Return the real plan with a name for every office."""
    plan = real_plan()
    others = tuple(replace(item, office=name) for item in plan.addresses)
    return replace(plan, addresses=others)


async def test_the_timekeeper_sees_address_and_interlude(tmp_path: Path) -> None:
    desk = Desk.convene(tmp_path, addresses=ADDRESSES)
    desk.tell("next_moment")
    desk.tell("begin_interlude", what="minute of silence", planned_seconds=60)
    desk.clock.advance(42_000)
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "≡ INTERLUDE", "of 1:00 planned", "minute of silence")
        await wait_for_text(pilot, "Representative of the host country")
        desk.tell("begin_address")
        await wait_for_text(pilot, "● SPEAKING", "of 10:00 planned", "address · JAM Jamaica")
        desk.clock.advance(600_000)
        await wait_for_text(pilot, "▼ PLANNED LENGTH REACHED", "Secretary General")
        desk.tell("end_remark")
        desk.tell("close_meeting", insist=True, reason="x")
        await wait_for_text(pilot, "MEETING CLOSED")
    desk.close()
