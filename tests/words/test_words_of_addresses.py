"""The log in words: addresses, interludes, outages, the closure."""

from pathlib import Path

import pytest

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.core.course.leftovers import FINDERS
from tipfloor.words.narration import Narrator
from tipfloor.words.refusing import left_text


def log(desk: Desk) -> list[str]:
    proceedings = desk.proceedings
    return [line.text for line in Narrator(proceedings.history, proceedings.meeting).lines()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk.convene(tmp_path, addresses=ADDRESSES)
    found.tell("next_moment")
    return found


def test_every_event_has_its_line(desk: Desk) -> None:
    desk.tell("begin_address")
    desk.clock.advance(65_000)
    desk.tell("end_remark")
    desk.tell("begin_address", limit_seconds=60)
    desk.tell("end_remark")
    desk.tell("add_address", office="Guest")
    desk.tell("add_address", office="Expert", remark_kind="report")
    desk.tell("move_address", address="address-1", position=1, reason="protocol")
    desk.tell("strike_address", address="address-1", reason="ill")
    desk.tell("begin_interlude", what="film")
    desk.clock.advance(90_000)
    desk.tell("end_interlude")
    desk.tell("begin_outage")
    desk.clock.advance(5_000)
    desk.tell("end_outage")
    desk.tell("begin_outage", what="no sound")
    desk.tell("close_meeting", insist=True, reason="fire")
    desk.tell("reopen_meeting", reason="false alarm")
    assert log(desk)[2:] == [
        "Representative of the host country has the floor",
        "Representative of the host country spoke 1:05",
        "Secretary General has the floor (1:00)",
        "Secretary General spoke 0:00",
        "Address added: Guest",
        "Report added: Expert",
        "Guest moved to place 1 in the order: protocol",
        "Guest will not be given: ill",
        "Interlude: film",
        "End of the interlude: film, 1:30.0",
        "The webcast failed",
        "The webcast is back after 0:05.0",
        "The webcast failed: no sound",
        "The meeting was closed; left open: 2 reports not delivered, 1 address not given, "
        "3 elections undecided, 1 document undecided: fire",
        "The meeting was reopened: false alarm",
    ]


def test_what_is_left_open_reads_well_whatever_its_kind() -> None:
    assert left_text({"report": 1, "reservation": 2}) == (
        "the report is not delivered, 2 open reservations"
    )
    assert left_text({"something_new": 3}) == "something_new 3"
    assert len(FINDERS) >= 5
