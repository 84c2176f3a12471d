"""Another body's meeting file works without a line of code: each is played from start to end."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.helpers.bodies import COUNCIL, TOWN, body, convened, local
from tests.helpers.desk import Desk
from tests.helpers.scopes import TIMES
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.forecast import forecast, what_fits
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.core.reckoning.timetable import day_end
from tipfloor.export import export

MINUTE = 60_000
Held = Callable[[Path, str], Desk]


@pytest.fixture
def held(tmp_path: Path, closing: ExitStack) -> Held:
    def begin(path: Path, at: str) -> Desk:
        return convened(tmp_path, closing, body(path), at)

    return begin


def speaks(desk: Desk, seconds: float, then: float) -> None:
    desk.tell("give_floor")
    desk.clock.advance(round(seconds * 1000))
    desk.tell("end_remark")
    desk.clock.advance(round(then * 1000))


def debate(desk: Desk) -> Desk:
    """Bring a council to its general debate, on time."""
    desk.clock.advance(30 * MINUTE)
    desk.tell("next_moment")
    desk.clock.advance(30 * MINUTE)
    desk.tell("next_moment")
    desk.tell("open_session")
    return desk


def test_a_council_of_193_from_start_to_end(held: Held) -> None:
    """PRACTICE sections 3 and 4: `alert`, group statements, a list that closes at its minute."""
    desk = debate(held(COUNCIL, "2024-02-05T09:00"))
    codes = [item.code for item in desk.meeting.plan.delegations]
    desk.tell("inscribe", delegation="UGA", on_behalf_of=codes[:77])
    for code in codes:
        if code != "UGA":
            desk.tell("inscribe", delegation=code)
    assert len(desk.waiting) == 193
    now = desk.clock.now()
    found = forecast(desk.meeting, now)
    assert found is not None
    assert found.takes == 315_000 + 192 * 195_000
    fit = what_fits(desk.meeting, now)
    assert fit is not None
    assert fit.waiting == fit.in_all == 1 + (180 * MINUTE - 315_000) // 195_000

    # Five minutes for a group; past them the floor stays open and counts into the remark.
    desk.tell("give_floor")
    assert desk.floor.limit == 300_000
    desk.clock.advance(330_000)
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.OVER_TIME
    assert desk.floor.has_floor
    assert desk.refused("give_floor").code == "floor_taken"
    desk.tell("end_remark")
    assert desk.times(desk.last) == (330_000, 0, 30_000)
    assert desk.last.ended_by == "speaker"

    # The list closes fifteen minutes into the session, with the desk on or off.
    desk.clock.advance(9 * MINUTE + 29_000)
    assert desk.meeting.speakers().is_open
    desk.clock.advance(1_000)
    assert local(desk.meeting.speakers().closed_at, desk) == "10:15:00"
    assert desk.refused("inscribe", delegation="UGA").code == "list_closed"

    # The pace that is seen replaces the figure of the rules.
    speaks(desk, 180, 25)
    speaks(desk, 180, 25)
    found = forecast(desk.meeting, desk.clock.now())
    assert found is not None
    assert found.takes == 190 * (180_000 + 25_000)

    desk.tell("suspend", reason="lunch")
    desk.clock.advance(120 * MINUTE)
    desk.tell("resume_meeting")
    while desk.waiting:
        speaks(desk, 100, 10)
    assert len(desk.meeting.remarks) == 193
    for _ in range(len(desk.meeting.plan.moments) - 3):
        desk.tell("next_moment")
    assert desk.meeting.next_moment is None
    assert desk.meeting.moment_plan.code == "closing"


def test_the_export_of_the_council_tells_what_was_said_and_when(held: Held) -> None:
    desk = debate(held(COUNCIL, "2024-02-05T09:00"))
    desk.tell("inscribe", delegation="UGA", on_behalf_of=["AFG", "ALB"])
    desk.tell("inscribe", delegation="CIV")
    speaks(desk, 310, 20)
    desk.tell("give_floor")
    told = json.loads(export(desk.proceedings, "json"))
    group, running = told["remarks"]
    assert (group["delegation_code"], group["ended_by"]) == ("UGA", "speaker")
    assert [group[key] for key in ("allotted_seconds", "speaking_seconds")] == [300.0, 310.0]
    assert group["overtime_seconds"] == 10.0
    assert running["delegation"] == desk.meeting.plan.name_of("CIV")
    assert len(told["moments"]) == 14
    assert told["moments"][2]["sessions"][0]["start_difference_seconds"] == 0
    text = export(desk.proceedings, "text", TIMES).decode()
    assert "Item 2. General debate" in text
    assert desk.meeting.plan.name_of("CIV") in text


def test_a_session_of_the_council_with_a_limit_of_its_own(held: Held) -> None:
    desk = held(COUNCIL, "2024-02-07T09:00")
    desk.tell("open_session", session="floods", reason="the third day")
    desk.tell("inscribe", delegation="AUT")
    desk.tell("inscribe", delegation="FJI", on_behalf_of=["TUV", "KIR"])
    desk.tell("give_floor")
    assert desk.floor.limit == 120_000
    desk.tell("extend")
    assert desk.floor.limit == 180_000
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.floor.limit == 300_000


def test_an_evening_of_a_town_council_from_start_to_end(held: Held) -> None:
    desk = held(TOWN, "2024-02-05T18:00")
    desk.clock.advance(15 * MINUTE)
    desk.tell("next_moment")
    desk.tell("open_session")
    for item in desk.meeting.plan.delegations:
        desk.tell("inscribe", delegation=item.code)
    now = desk.clock.now()
    found, fit = forecast(desk.meeting, now), what_fits(desk.meeting, now)
    assert found is not None
    assert fit is not None
    assert found.takes == 40 * 190_000
    assert (local(found.ends_at, desk), local(fit.before, desk)) == ("20:21:40", "20:15:00")
    assert fit.waiting == 37
    end = day_end(desk.meeting, now)
    assert end is not None
    assert (local(end.ends_at, desk), local(end.planned, desk)) == ("20:36:40", "20:30:00")
    desk.tell("give_floor")
    desk.clock.advance(200_000)
    assert desk.floor.withdrawn
    for _ in range(39):
        desk.tell("give_floor")
        desk.clock.advance(100_000)
        desk.tell("end_remark")
    desk.tell("next_moment")
    assert desk.meeting.moment_plan.title == "Cierre"
    told = json.loads(export(desk.proceedings, "json"))
    assert len(told["remarks"]) == 40
    assert told["remarks"][0]["delegation"] == "Asociación Vecinal de Acequia"
    assert told["remarks"][0]["overtime_seconds"] == 20.0
    assert "Palabra al público" in export(desk.proceedings, "text", TIMES).decode()
