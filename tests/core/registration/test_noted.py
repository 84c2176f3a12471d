"""What contradicts the record is taken with a reason only, and both values are kept."""

import json
from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.corrections.by_hand import RemarkEntered
from tipfloor.export import Scope, export
from tipfloor.words.narration import Narrator

Session = Callable[..., Desk]

OTHERWISE = {"delegation": "BRA", "capacity": "designated_delegate"}


def line(desk: Desk) -> str:
    return Narrator(desk.proceedings.history, desk.meeting).last(1)[0].text


@pytest.fixture
def there(session: Session) -> Desk:
    """Brazil and Chile are checked in as national authorities."""
    desk = session()
    for code in ("BRA", "CHL"):
        desk.tell("check_in", delegation=code)
    return desk


def test_another_capacity_than_at_check_in_takes_a_reason(there: Desk) -> None:
    refused = there.refused("inscribe", **OTHERWISE)
    assert refused.code == "other_capacity"
    there.tell("inscribe", reason="the minister left", **OTHERWISE)
    assert line(there) == (
        "Brazil asked for the floor as designated delegate; at check-in: national authority: "
        "the minister left"
    )
    there.tell("give_floor")
    assert there.floor.entry.capacity == "designated_delegate"


def test_a_capacity_stated_before_the_check_in_gives_way_to_it(session: Session) -> None:
    desk = session(check_in_required=False)
    desk.tell("inscribe", **OTHERWISE)
    desk.tell("check_in", delegation="BRA")
    desk.tell("give_floor")
    assert desk.floor.entry.capacity == "national_authority"


def test_a_corrected_capacity_is_told_with_that_of_the_check_in(there: Desk) -> None:
    there.tell("inscribe", delegation="BRA")
    there.tell("give_floor")
    there.clock.advance(20_000)
    there.tell("end_remark")
    other = {"number": 1, "capacity": "designated_delegate"}
    assert there.refused("correct", **other).code == "other_capacity"
    there.tell("correct", reason="the deputy spoke", **other)
    assert line(there) == (
        "Remark 1 corrected: Brazil; at check-in: national authority: the deputy spoke"
    )
    log = json.loads(export(there.proceedings, "json", Scope(internal=True)))
    [row] = log["corrections"]
    assert (row["before"], row["after"], row["noted"]) == (
        "national authority",
        "designated delegate",
        "national authority",
    )
    text = " ".join(export(there.proceedings, "text", Scope(internal=True)).decode().split())
    assert "At check-in: national authority." in text


def test_a_remark_of_who_was_not_there_then_is_told_as_such(there: Desk) -> None:
    there.tell("inscribe", delegation="BRA")
    there.tell("give_floor")
    there.clock.advance(20_000)
    there.tell("end_remark")
    there.clock.advance(20_000)
    there.tell("check_in", delegation="MEX")
    for code in ("MEX", "URY"):
        assert there.refused("correct", number=1, delegation=code).code == "was_not_there"
    there.tell("correct", number=1, delegation="URY", reason="its neighbour's nameplate")
    assert "at check-in: not there" in line(there)


def test_a_remark_entered_by_hand_takes_the_capacity_at_check_in(there: Desk) -> None:
    there.clock.advance(3_600_000)
    times = {"given_at": "11:20", "ended_at": "11:21", "reason": "the power failed"}
    [event] = there.tell("enter_remark", delegation="BRA", **times)
    assert isinstance(event, RemarkEntered)
    assert (event.capacity, event.noted) == ("national_authority", {})
    later = {**times, "given_at": "11:22", "ended_at": "11:23"}
    [event] = there.tell("enter_remark", **OTHERWISE, **later)
    assert isinstance(event, RemarkEntered)
    assert event.noted == {"capacity": "national_authority"}


def test_who_was_not_elected_presides_for_a_reason(convene: Session) -> None:
    desk = convene()
    desk.tell("change_presiding", office="chair", delegation="BRA")
    desk.tell("next_moment")
    desk.tell("nominate", election="chair", delegation="MEX", nominated_by="BRA")
    desk.tell("acclaim", election="chair")
    for fields in (
        {"office": "chair", "delegation": "BRA"},
        {"office": "chair"},
        {"office": "vice_chair", "delegation": "BRA"},
        {"office": "pro_tempore", "delegation": "BRA"},
    ):
        assert desk.refused("change_presiding", **fields).code == "other_elected"
    desk.tell("change_presiding", office="chair", delegation="BRA", reason="Mexico is ill")
    assert line(desk) == "The Chair presides: Brazil; elected was Mexico: Mexico is ill"
    desk.tell("change_presiding", office="chair", delegation="MEX")
