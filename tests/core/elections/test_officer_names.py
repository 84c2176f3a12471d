"""Who holds an office is an opaque id with the result of its election."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.elections.offices import election_of

ID = "p0123456789ab"


@pytest.fixture
def elected(convene: Callable[..., Desk]) -> Desk:
    """A desk at which Chile was elected the next chair."""
    desk = convene()
    desk.tell("go_to_moment", moment="closing", reason="straight to it")
    desk.tell("nominate", election="next", delegation="CHL", nominated_by="BRA")
    desk.tell("acclaim", election="next")
    return desk


def noted(desk: Desk) -> str | None:
    result = election_of(desk.meeting, "next").result
    assert result is not None
    return result.person


def test_the_id_stays_with_the_result_until_it_is_taken_back(elected: Desk) -> None:
    elected.tell("close_meeting", insist=True, reason="x")
    elected.tell("name_officer", election="next", person=ID)
    assert noted(elected) == noted(elected.another()) == ID
    assert elected.refused("name_officer", election="next", person=ID).code == "nothing_changed"
    elected.tell("name_officer", election="next")
    assert noted(elected) is None


def test_an_election_that_is_reopened_names_nobody(elected: Desk) -> None:
    elected.tell("name_officer", election="next", person=ID)
    elected.tell("reopen_election", election="next", reason="it declines")
    assert elected.refused("name_officer", election="next", person=ID).code == "no_officer_yet"
    elected.tell("nominate", election="next", delegation="CHL", nominated_by="BRA")
    elected.tell("acclaim", election="next")
    assert noted(elected) is None
