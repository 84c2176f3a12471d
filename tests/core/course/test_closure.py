"""The closure: what is left open is asked about and counted, and the floor is shut."""

from pathlib import Path

import pytest

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.course.leftovers import Leftover, left_open
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at

LEFT = {"report": 1, "address": 1, "unheard": 2}
OFFICES = [Leftover("election", code) for code in ("chair", "vice", "next")]
PLANNED = {**LEFT, "election": 3, "document": 1}


def at_the_end(folder: Path) -> Desk:
    """Return a desk at the closing, with names carried over and a report undelivered."""
    desk = Desk.in_session(folder, "BRA", "CHL", addresses=ADDRESSES[2:])
    desk.tell("close_list")
    desk.tell("next_moment", waiting="carry_over")
    return desk


def test_what_is_left_open_is_shown(tmp_path: Path) -> None:
    """PRACTICE section 2, row ix: who was inscribed and not heard, undelivered report."""
    desk = at_the_end(tmp_path)
    desk.tell("reopen_list", session="technology", reason="x")
    desk.tell("point_of_order", delegation="DMA")
    assert left_open(desk.meeting) == [
        Leftover("report", "report"),
        Leftover("address", "closing"),
        Leftover("unheard", "BRA", "technology"),
        Leftover("unheard", "CHL", "technology"),
        Leftover("list", "technology", "technology"),
        Leftover("point", "DMA"),
        *OFFICES,
        Leftover("document", "plan"),
    ]


def test_closing_asks_first_and_counts_what_was_left(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 10, and section 2, row ix: closing time, undelivered report."""
    desk = at_the_end(tmp_path)
    refused = desk.refused("close_meeting")
    assert (refused.code, refused.facts) == ("left_open", PLANNED)
    [closed] = desk.tell("close_meeting", insist=True)
    assert desk.meeting.closed_at == closed.at == desk.meeting.moments[-1].ended_at
    assert desk.meeting.left_at_closing == PLANNED
    assert phase_at(desk.meeting, desk.clock.now()) is Phase.CLOSED


def test_nothing_left_open_needs_no_insisting(tmp_path: Path) -> None:
    desk = Desk.convene(tmp_path, check_in_required=False)
    desk.tell("go_to_moment", moment="closing", reason="x")
    for office in OFFICES:
        nominee = {"delegation": "BRA", "nominated_by": "CHL", "reason": "x"}
        desk.tell("nominate", election=office.about, **nominee)
        desk.tell("acclaim", election=office.about, reason="x")
    desk.tell("adopt_document", document="plan", reason="x")
    desk.tell("close_meeting")
    assert desk.meeting.left_at_closing == {}


def test_before_the_last_moment_it_takes_a_reason(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    assert desk.refused("close_meeting", insist=True).code == "reason_missing"
    desk.tell("close_meeting", insist=True, reason="the building is evacuated")
    assert desk.meeting.session is None
    assert [gone.why for gone in desk.meeting.speakers("technology").departed] == ["not_heard"]
    desk.tell("undo")
    assert (desk.meeting.session, desk.waiting) == ("technology", ["BRA"])


def test_not_while_someone_has_the_floor(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("give_floor")
    assert desk.refused("close_meeting", insist=True, reason="x").code == "floor_taken"
    desk.clock.advance(125_000)
    desk.tell("close_meeting", insist=True, reason="x")
    assert desk.meeting.floor is None
    assert desk.last.over_time(desk.clock.now()) == 5_000


def test_an_interlude_ends_with_the_meeting(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path)
    desk.tell("begin_interlude", what="photograph")
    desk.tell("close_meeting", insist=True, reason="x")
    assert desk.meeting.interlude is None
    desk.tell("undo")
    assert desk.meeting.interlude is not None
    assert desk.meeting.session == "technology"


FLOOR_AND_LIST = [
    {"kind": "give_floor"},
    {"kind": "call"},
    {"kind": "absent"},
    {"kind": "begin_address"},
    {"kind": "add_address", "office": "Guest"},
    {"kind": "begin_interlude", "what": "film"},
    {"kind": "point_of_order", "delegation": "BRA"},
    {"kind": "suspend"},
    {"kind": "open_session", "session": "climate", "reason": "x"},
    {"kind": "previous_moment", "reason": "x"},
    {"kind": "inscribe", "delegation": "DOM", "session": "technology", "reason": "x"},
    {"kind": "move", "delegation": "CHL", "position": 1, "session": "technology", "reason": "x"},
    {"kind": "swap", "delegation": "CHL", "other": "BRA", "session": "technology"},
    {"kind": "cede", "delegation": "CHL", "to": "DMA", "session": "technology"},
    {"kind": "close_list", "session": "technology"},
    {"kind": "reopen_list", "session": "technology", "reason": "x"},
    {"kind": "close_meeting", "insist": True},
]


@pytest.mark.parametrize("act", FLOOR_AND_LIST, ids=lambda act: act["kind"])
def test_a_closed_meeting_keeps_floor_and_lists(act: dict[str, str], tmp_path: Path) -> None:
    desk = at_the_end(tmp_path)
    desk.tell("close_meeting", insist=True)
    assert desk.refused(**act).code == "meeting_closed"


def test_the_record_goes_on_after_the_closure_and_the_meeting_can_be_reopened(
    tmp_path: Path,
) -> None:
    desk = Desk.in_session(tmp_path, "BRA")
    desk.tell("give_floor")
    desk.clock.advance(20_000)
    desk.tell("end_remark")
    assert desk.refused("reopen_meeting", reason="x").code == "meeting_open"
    desk.tell("close_meeting", insist=True, reason="x")
    desk.tell("take_note", text="the room was tidied")
    desk.tell("correct", number=1, delegation="CHL", reason="wrong plate")
    desk.tell("submit_in_writing", delegation="DMA", session="technology")
    assert desk.refused("reopen_meeting").code == "reason_missing"
    desk.tell("reopen_meeting", reason="closed by mistake")
    assert desk.meeting.closed_at is None
    assert [stage.code for stage in desk.meeting.moments[-2:]] == ["plenary", "plenary"]
    desk.tell("open_session", session="technology")
    desk.tell("inscribe", delegation="BRA", reason="again")
