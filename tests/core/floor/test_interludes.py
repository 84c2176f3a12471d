"""Interludes and outages: what goes on beside the floor, with its length."""

from pathlib import Path

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at


def test_an_interlude_has_no_speaker_and_a_length(tmp_path: Path) -> None:
    """PRACTICE section 7, case 24."""
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("begin_interlude", what="minute of silence", planned_seconds=60)
    desk.clock.advance(62_000)
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.INTERLUDE
    assert (desk.meeting.floor, desk.waiting) == (None, ["BRA"])
    assert desk.refused("begin_interlude", what="film").code == "interlude_on"
    desk.tell("end_interlude")
    interlude = desk.meeting.interludes[0]
    assert (interlude.lasted(desk.clock.now()), interlude.planned) == (62_000, 60_000)
    assert desk.meeting.remarks == ()
    assert desk.refused("end_interlude").code == "no_interlude"


def test_no_interlude_while_someone_has_the_floor(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("give_floor")
    assert desk.refused("begin_interlude", what="film").code == "floor_taken"
    desk.clock.advance(121_000)
    desk.tell("begin_interlude", what="film")
    assert desk.meeting.floor is None
    assert desk.last.over_time(desk.clock.now()) == 1_000


def test_giving_the_floor_ends_the_interlude_and_undo_brings_it_back(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", addresses=ADDRESSES)
    for act in ({"kind": "give_floor"}, {"kind": "begin_address", "address": "report"}):
        desk.tell("begin_interlude", what="film")
        desk.clock.advance(30_000)
        desk.tell(**act)
        assert desk.meeting.interlude is None
        desk.tell("undo")
        assert desk.meeting.interlude is not None
        assert desk.meeting.floor is None
        desk.tell("end_interlude")


def test_a_start_set_back_into_the_interlude_moves_its_end(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("begin_interlude", what="film")
    desk.clock.advance(30_000)
    desk.tell("give_floor")
    assert desk.refused("back_date", seconds=31).code == "back_dated_too_far"
    desk.tell("back_date", seconds=10)
    assert desk.meeting.interludes[0].lasted(desk.clock.now()) == 20_000


def test_suspending_ends_the_interlude(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("begin_interlude", what="photograph")
    desk.tell("suspend")
    assert desk.meeting.interlude is None
    desk.tell("undo")
    assert desk.meeting.interlude is not None
    assert desk.meeting.suspended_at is None


def test_the_clock_runs_on_while_the_webcast_is_out(tmp_path: Path) -> None:
    """PRACTICE section 7, case 25."""
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("give_floor")
    desk.clock.advance(10_000)
    desk.tell("begin_outage", what="no picture")
    assert desk.refused("begin_outage").code == "outage_on"
    desk.clock.advance(50_000)
    assert desk.times(desk.floor) == (60_000, 0, 0)
    desk.tell("end_outage")
    desk.clock.advance(5_000)
    outage = desk.meeting.outages[0]
    assert (outage.lasted(desk.clock.now()), outage.what) == (50_000, "no picture")
    assert desk.refused("end_outage").code == "no_outage"
