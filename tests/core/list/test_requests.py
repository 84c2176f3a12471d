from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


@pytest.mark.parametrize(
    ("requested", "rule"),
    [
        ("slides", "slides_not_permitted"),
        ("remote", "in_person_only"),
        ("recorded", "in_person_only"),
        ("not_accredited", "accreditation"),
        ("more_time", "time_limit"),
        ("other", "the_chair"),
    ],
)
def test_a_request_is_refused_by_its_rule_and_the_list_stays(
    session: Session, requested: str, rule: str
) -> None:
    """PRACTICE section 1, rules 3 and 4."""
    desk = session("CHL", "BRA")
    desk.tell("refuse", delegation="CL", requested=requested)
    [kept] = desk.meeting.requests_refused
    assert (kept.delegation, kept.requested, kept.rule) == ("CHL", requested, rule)
    assert (kept.moment, kept.session) == ("plenary", "technology")
    assert desk.waiting == ["CHL", "BRA"]


def test_a_refusal_leaves_the_running_clock(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    floor = desk.floor
    desk.tell("refuse", delegation="CHL", requested="slides")
    assert desk.floor == floor


def test_what_the_rules_permit_is_not_refused(session: Session) -> None:
    desk = session(slides_permitted=True, in_person_only=False)
    for requested in ("slides", "remote", "recorded"):
        refused = desk.refused("refuse", delegation="CHL", requested=requested)
        assert refused.code == "permitted_here"


def test_a_stranger_at_the_door_is_refused_as_not_accredited(session: Session) -> None:
    desk = session()
    desk.tell("refuse", delegation="ZZZ", requested="not_accredited")
    assert desk.meeting.requests_refused[0].delegation == "ZZZ"
    refused = desk.refused("refuse", delegation="ZZZ", requested="slides")
    assert refused.code == "unknown_delegation"
