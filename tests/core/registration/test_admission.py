"""A delegation that is not on the roster, at the door."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.registration.quorum import entitled, quorum

Session = Callable[..., Desk]
NICARAGUA = {"delegation": "nic", "name": "Nicaragua", "reason": "letter shown at the door"}


def test_it_is_admitted_with_a_reason_and_checked_in(session: Session) -> None:
    """PRACTICE section 7, case 21."""
    desk = session("BRA")
    events = desk.tell("admit", **NICARAGUA)
    assert [event.kind for event in events] == ["delegation_admitted", "checked_in"]
    assert "NIC" in desk.meeting.checked_in
    assert desk.meeting.plan.name_of("NIC") == "Nicaragua"
    assert desk.meeting.attendance[0].reason == "letter shown at the door"
    desk.tell("inscribe", delegation="NIC")
    desk.tell("give_floor", delegation="NIC", reason="it leaves early")
    assert desk.floor.entry.delegation == "NIC"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"reason": None}, "reason_missing"),
        ({"reason": " "}, "reason_missing"),
        ({"delegation": "BRA"}, "code_taken"),
        ({"name": "brazil"}, "name_taken"),
        ({"name": "BRÁZIL"}, "name_taken"),
        ({"name": "the Brazil"}, "name_taken"),
        ({"name": "Dominican Rep."}, "name_taken"),
        ({"name": "chl"}, "name_taken"),
        ({"name": "\u200b-"}, "no_name"),
    ],
)
def test_or_refused_and_the_roster_stays_as_it_was(
    convene: Session, fields: dict[str, str | None], code: str
) -> None:
    """PRACTICE section 7, case 21: the roster is never half-loaded."""
    desk = convene()
    before = desk.meeting
    assert desk.refused("admit", **{**NICARAGUA, **fields}).code == code
    assert desk.meeting.plan == before.plan
    assert desk.meeting.attendance == ()


def test_one_undo_takes_the_admission_back_whole(convene: Session) -> None:
    desk = convene(quorum_to_open=1)
    desk.tell("check_in", delegation="BRA")
    roster = desk.meeting.plan.delegations
    desk.tell("admit", **NICARAGUA, state=True)
    desk.tell("undo")
    assert desk.meeting.plan.delegations == roster
    assert desk.meeting.checked_in == {"BRA"}
    assert len(desk.meeting.attendance) == 1
    desk.tell("admit", **NICARAGUA)


def test_roster_status_is_data(convene: Session) -> None:
    """PRACTICE section 7, case 22: an observer does not count, a state does, by the roster."""
    desk = convene()
    seats = len(small_plan().delegations)
    desk.tell("admit", **NICARAGUA)
    assert (entitled(desk.meeting), quorum(desk.meeting, "open").present) == (seats, 0)
    desk.tell("admit", delegation="CUB", name="Cuba", reason="takes part", state=True)
    assert (entitled(desk.meeting), quorum(desk.meeting, "open").present) == (seats + 1, 1)


def test_the_base_that_the_rules_state_comes_first(convene: Session) -> None:
    """PRACTICE section 7, case 22: no count is hard-coded."""
    desk = convene(entitled_to_sit=33)
    desk.tell("admit", **NICARAGUA, state=True)
    assert entitled(desk.meeting) == 33


def test_a_changed_meeting_file_keeps_who_was_admitted(convene: Session) -> None:
    desk = convene()
    desk.tell("admit", **NICARAGUA)
    desk.tell("adopt_plan", plan=small_plan(limit_seconds=90))
    assert desk.meeting.plan.name_of("NIC") == "Nicaragua"
    assert "NIC" in desk.meeting.checked_in
