"""Addresses and reports by office: in the order of protocol, on the one floor."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.floor.addresses import addresses_of, next_address
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.forecast import changeover, forecast
from tipfloor.core.reckoning.phase import phase_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk in the opening ceremony, with two addresses to come."""
    found = Desk.convene(tmp_path, addresses=ADDRESSES)
    found.tell("next_moment")
    return found


def order(desk: Desk) -> list[str]:
    return [item.code for item in addresses_of(desk.meeting, "opening")]


def phase(desk: Desk) -> Phase:
    return phase_at(desk.meeting, desk.clock.now())


def test_addresses_are_given_in_the_order_of_protocol_with_start_and_end(desk: Desk) -> None:
    """PRACTICE section 2, row ii: addresses in protocol order, office, start, end."""
    began = desk.clock.now()
    desk.tell("begin_address")
    assert (desk.floor.entry.delegation, desk.floor.session) == ("host", None)
    desk.clock.advance(700_000)
    desk.tell("end_remark")
    assert (desk.last.given_at, desk.last.ended_at) == (began, desk.clock.now())
    assert desk.meeting.plan.name_of("host") == "Representative of the host country"
    desk.tell("begin_address")
    assert desk.floor.entry.delegation == "secretary"
    desk.tell("end_remark")
    assert desk.refused("begin_address").code == "no_address"


def test_an_address_has_no_limit_and_reaches_its_planned_length_gently(desk: Desk) -> None:
    """PRACTICE section 1, after rule 12: no limit by default for addresses."""
    desk.tell("begin_address")
    desk.clock.advance(599_999)
    assert phase(desk) is Phase.SPEAKING
    desk.clock.advance(1)
    assert phase(desk) is Phase.PLANNED
    desk.clock.advance(7_200_000)
    assert phase(desk) is Phase.PLANNED
    assert desk.floor.has_floor
    assert desk.times(desk.floor) == (7_800_000, 0, 0)


def test_a_limit_that_is_set_withdraws_the_floor(desk: Desk) -> None:
    """PRACTICE section 1, after rule 12: a limit can be set."""
    desk.tell("begin_address", limit_seconds=60)
    desk.clock.advance(61_000)
    assert desk.floor.withdrawn
    assert desk.times(desk.floor) == (60_000, 0, 1_000)
    desk.tell("next_moment")
    assert desk.meeting.floor is None
    assert desk.last.over_time(desk.clock.now()) == 1_000


def test_the_limit_of_the_plan_holds(desk: Desk) -> None:
    desk.tell("go_to_moment", moment="closing", reason="to the end")
    desk.tell("begin_address")
    assert desk.floor.limit == 60_000


def test_out_of_the_order_takes_a_reason(desk: Desk) -> None:
    assert desk.refused("begin_address", address="secretary").code == "reason_missing"
    desk.tell("begin_address", address="secretary", reason="a plane to catch")
    assert desk.floor.marks == ("out_of_order",)
    desk.tell("end_remark")
    desk.tell("begin_address")
    assert (desk.floor.entry.delegation, desk.floor.marks) == ("host", ())


def test_an_address_is_given_once_unless_for_a_reason(desk: Desk) -> None:
    desk.tell("begin_address")
    desk.tell("end_remark")
    assert desk.refused("begin_address", address="host").code == "address_given"
    desk.tell("begin_address", address="host", reason="the sound had failed")
    assert desk.floor.entry.delegation == "host"


def test_a_report_is_taken_up_in_any_moment(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 10: the report can be taken up in any moment."""
    desk = Desk.in_session(tmp_path, "BRA", addresses=ADDRESSES)
    desk.tell("begin_address", address="report")
    assert (desk.floor.session, desk.floor.moment) == (None, "plenary")
    assert (desk.floor.entry.kind, desk.floor.marks) == ("report", ())
    assert desk.waiting == ["BRA"]


def test_a_struck_address_is_passed_over_and_takes_a_reason(desk: Desk) -> None:
    assert desk.refused("strike_address", address="host").code == "reason_missing"
    desk.tell("strike_address", address="host", reason="not in town")
    assert desk.refused("strike_address", address="host", reason="x").code == "address_struck"
    upcoming = next_address(desk.meeting)
    assert upcoming is not None
    assert upcoming.code == "secretary"
    assert desk.refused("begin_address", address="host").code == "address_struck"
    desk.tell("begin_address", address="host", reason="arrived after all")
    desk.tell("end_remark")
    assert desk.refused("strike_address", address="host", reason="x").code == "address_given"


def test_the_order_is_changed_for_a_reason(desk: Desk) -> None:
    assert desk.refused("move_address", address="secretary", position=1).code == "reason_missing"
    assert desk.refused("move_address", address="secretary", position=3).code == "no_such_place"
    assert desk.refused("move_address", address="secretary", position=2).code == "not_its_place"
    desk.tell("move_address", address="secretary", position=1, reason="protocol")
    assert order(desk) == ["secretary", "host"]
    desk.tell("add_address", office="Guest", planned_seconds=60, delegation="BRA")
    assert order(desk) == ["secretary", "host", "address-1"]
    desk.tell("undo")
    desk.tell("undo")
    assert order(desk) == ["host", "secretary"]


def test_added_addresses_have_codes_of_their_own(desk: Desk) -> None:
    desk.tell("add_address", office="Guest", moment="closing")
    desk.tell("add_address", office="Guest", remark_kind="report")
    added = [(item.code, item.moment) for item in desk.meeting.plan.addresses[4:]]
    assert added == [("address-1", "closing"), ("report-1", None)]
    assert desk.refused("add_address", office="X", moment="lunch").code == "unknown_moment"
    assert desk.refused("begin_address", address="nobody").code == "unknown_address"


def test_there_is_one_floor_for_addresses_and_remarks(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", addresses=ADDRESSES)
    desk.tell("begin_address", address="report")
    for kind in ("give_floor", "call", "absent", "begin_address", "next_moment", "end_session"):
        assert desk.refused(kind).code == "floor_taken", kind
    assert desk.refused("begin_interlude", what="film").code == "floor_taken"
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.refused("begin_address", address="report", reason="x").code == "floor_taken"


def test_what_is_done_to_a_remark_is_done_to_an_address(desk: Desk) -> None:
    desk.clock.advance(30_000)
    desk.tell("begin_address")
    assert desk.refused("back_date", seconds=31).code == "back_dated_too_far"
    desk.tell("back_date", seconds=30)
    desk.tell("pause", reason="microphone")
    desk.clock.advance(5_000)
    desk.tell("suspend")
    desk.tell("resume_meeting")
    desk.tell("resume")
    desk.tell("point_of_order", delegation="BRA")
    desk.tell("rule_on_point", ruling="noted")
    desk.tell("resume")
    desk.clock.advance(10_000)
    assert desk.times(desk.floor) == (40_000, 5_000, 0)
    desk.tell("end_remark")
    desk.tell("undo")
    assert desk.floor.entry.delegation == "host"
    assert desk.refused("extend").code == "no_extension"


def test_who_gave_an_address_is_not_corrected_but_its_times_are(desk: Desk) -> None:
    desk.tell("begin_address")
    desk.clock.advance(60_000)
    desk.tell("end_remark")
    for change in ({"delegation": "BRA"}, {"session": "general"}, {"remark_kind": "remark"}):
        assert desk.refused("correct", number=1, reason="x", **change).code == "address_fixed"
    desk.tell("correct", number=1, ended_at="11:00:30", reason="read off the clock")
    assert desk.last.speaking(desk.clock.now()) == 30_000


def test_a_delegation_that_is_not_checked_in_gives_no_address(desk: Desk) -> None:
    desk.tell("check_in", delegation="BRA")
    assert desk.refused("begin_address").code == "check_in"
    desk.tell("check_in", delegation="JAM")
    desk.tell("begin_address")


def test_no_address_while_the_meeting_is_suspended(desk: Desk) -> None:
    desk.tell("suspend")
    assert desk.refused("begin_address").code == "suspended"


def test_a_report_between_two_speakers_is_no_changeover(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", "CHL", "MEX", addresses=ADDRESSES)
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("begin_address", address="report")
    expected = forecast(desk.meeting, desk.clock.now())
    assert expected is not None
    assert expected.takes == 900_000 + 2 * (120_000 + 20_000)
    desk.clock.advance(60_000)
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert changeover(desk.meeting, "technology") == 20_000


def test_a_code_that_reads_like_a_delegation_is_still_an_address(tmp_path: Path) -> None:
    other = replace(ADDRESSES[0], code="bra")
    desk = Desk.convene(tmp_path, addresses=(other,))
    assert desk.meeting.plan.name_of("bra") == "Representative of the host country"
    assert desk.meeting.plan.name_of("BRA") == "Brazil"
