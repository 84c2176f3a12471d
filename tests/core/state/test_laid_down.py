"""A meeting that was laid down and taken up again is the meeting that it was, and goes on as it."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
import pytest

from tests.helpers.desk import Desk
from tipfloor.core.fold import convened, going_on, step, undone_positions
from tipfloor.core.state.laid_down import Unlike, laid_down, taken_up
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import LOGS, Meeting
from tipfloor.proceedings import Proceedings

Session = Callable[..., Desk]

NOT_IN_A_REHEARSAL = {"seam", "attempts"}
"""What comes of a machine that is started anew, and of a check-in that was forgotten."""


PLAIN = dict(
    zip(
        Meeting.__struct_fields__[-len(Meeting.__struct_defaults__) :],
        Meeting.__struct_defaults__,
        strict=True,
    )
)
"""What the fields of a meeting are that may be left out."""


def course(proceedings: Proceedings) -> list[Meeting]:
    """Return the meeting after each event of a record."""
    events = [*proceedings.history]
    return [convened(events), *(meeting for _, meeting in going_on(convened(events), events[1:]))]


def test_every_meeting_on_the_way_of_a_whole_one(whole_meeting: Proceedings) -> None:
    for meeting in course(whole_meeting):
        taken = taken_up(laid_down(meeting))
        assert taken == meeting
        assert all(type(getattr(taken, name)) is Log for name in LOGS)


def test_each_field_is_something_on_that_way(whole_meeting: Proceedings) -> None:
    """Else that way would tell nothing of the field."""
    seen = course(whole_meeting)
    never = {name for name, of in PLAIN.items() if all(getattr(x, name) == of for x in seen)}
    assert never == NOT_IN_A_REHEARSAL


def test_what_a_rehearsal_has_not(session: Session) -> None:
    desk = session(check_in_required=True)
    desk.refused("inscribe", delegation="BRA")
    desk.clock.reboot(-5_000)
    desk.tell("take_note", text="x")
    meeting = desk.proceedings.meeting
    assert all(getattr(meeting, name) != PLAIN[name] for name in NOT_IN_A_REHEARSAL)
    assert taken_up(laid_down(meeting)) == meeting


def test_it_goes_on_as_the_other_does(whole_meeting: Proceedings) -> None:
    events = [*whole_meeting.history]
    undone = undone_positions(events)
    half = len(events) // 2
    *_, (_, meeting) = going_on(convened(events), events[1:half])
    taken = taken_up(laid_down(meeting))
    for recorded in events[half:]:
        if recorded.position not in undone:
            meeting, taken = step(meeting, recorded), step(taken, recorded)
    assert taken == meeting


@pytest.mark.parametrize("field", Meeting.__struct_fields__)
def test_a_field_of_another_type_is_no_meeting(session: Session, field: str) -> None:
    fields = json.loads(laid_down(session("BRA").meeting))
    with pytest.raises(Unlike):
        taken_up(json.dumps({**fields, field: {"a": [0.5, {}]}}).encode())


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"position":', b"[" * 100_000, b'{"a":' * 100_000],
)
def test_other_bytes_are_no_meeting(data: bytes) -> None:
    with pytest.raises(Unlike):
        taken_up(data)


def test_a_field_of_another_program_is_no_meeting(session: Session) -> None:
    fields = json.loads(laid_down(session().meeting))
    with pytest.raises(Unlike):
        taken_up(msgspec.json.encode({**fields, "later": 1}))
