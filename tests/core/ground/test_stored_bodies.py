"""Bodies as former programs stored them: one of each older version of each kind, read today."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.event import (
    OF_BASE,
    Event,
    UnreadableEvent,
    decode,
    encode,
    stored_version,
)
from tipfloor.core.rooms import EVENTS

Session = Callable[..., Desk]

STORED: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "stored_bodies.json").read_text(encoding="utf-8")
)
OLDER = [
    (kind, version) for kind, found in sorted(EVENTS.items()) for version in range(1, found.version)
]


@pytest.mark.parametrize(("kind", "version"), OLDER)
def test_a_body_of_each_older_version_becomes_an_event_of_today(kind: str, version: int) -> None:
    stored = STORED[kind][str(version)]
    event = decode(kind, version, json.dumps(stored["body"]))
    told = json.loads(encode(event))
    assert stored["becomes"].items() <= told.items()
    assert told["at"]["utc"] == stored["body"]["at"]["utc"]
    assert decode(kind, stored_version(EVENTS[kind]), encode(event)) == event


def test_no_body_is_stored_here_of_a_version_that_never_was() -> None:
    assert {(kind, int(version)) for kind in STORED for version in STORED[kind]} == set(OLDER)


@pytest.mark.parametrize(
    "body", ["[]", "3", "null", '"x"', "{", '{"kind": "inscribed"}', "[" * 9_999]
)
@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_older_body_that_is_no_event_is_damaged(body: str, version: int) -> None:
    with pytest.raises(UnreadableEvent) as caught:
        decode("inscribed", version, body)
    assert not caught.value.newer


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_a_field_that_this_program_does_not_know_is_newer_never_damaged(kind: str) -> None:
    """A later program may add a field to every event, whatever the version of its kind."""
    now = stored_version(EVENTS[kind])
    body = json.dumps({"kind": kind, "mood": "solemn"})
    for version, text in ((now, body), (now + OF_BASE, "{}"), (now + 1, "{}")):
        with pytest.raises(UnreadableEvent) as caught:
            decode(kind, version, text)
        assert caught.value.newer
    with pytest.raises(UnreadableEvent) as caught:
        decode(kind, now, json.dumps({"kind": kind}))
    assert not caught.value.newer


def test_a_reply_told_by_number_answers_the_remark_that_had_it(session: Session) -> None:
    desk = session("BRA", "CHL")
    for _ in range(2):
        desk.tell("give_floor")
        desk.clock.advance(20_000)
        desk.tell("end_remark")
    stored = STORED["inscribed"]["2"]["body"]
    asked = decode("inscribed", 2, json.dumps({**stored, "session": "technology"}))
    meeting = asked.apply(desk.meeting.reached(99, desk.clock.now()))
    [entry] = meeting.speakers("technology").waiting
    assert entry.replies_to == desk.meeting.remarks[1].id


def test_an_older_remark_by_hand_moves_the_numbers_as_it_did(session: Session) -> None:
    """Files made by the program of that time still match."""
    desk = session("BRA", "CHL")
    for _ in range(2):
        desk.tell("give_floor")
        desk.clock.advance(20_000)
        desk.tell("end_remark")
        desk.clock.advance(60_000)
    desk.tell("enter_remark", delegation="JAM", given_at="11:00:30", ended_at="11:01", reason="x")
    entered = desk.proceedings.history[-1].event
    assert _numbers(desk, entered) == {"BRA": 1, "CHL": 2, "JAM": 3}
    older = decode("remark_entered", 1, encode(entered))
    assert _numbers(desk, older) == {"BRA": 1, "JAM": 2, "CHL": 3}


def test_an_older_statement_took_the_number_of_whoever_spoke(session: Session) -> None:
    desk = session("BRA", "CHL")
    desk.tell("give_floor")
    before, [submitted] = desk.meeting, desk.tell("submit_in_writing", delegation="CHL")
    older = decode("statement_submitted", 2, encode(submitted))
    after = older.apply(before.reached(99, desk.clock.now()))
    assert after.floor is not None
    assert (after.remarks[-1].number, after.floor.number) == (1, 2)


def _numbers(desk: Desk, entered: Event) -> dict[str, int]:
    """Return the numbers by delegation once an event has entered another remark."""
    former = desk.proceedings.meeting
    meeting = former.having(remarks=tuple(x for x in former.remarks if "by_hand" not in x.marks))
    after = entered.apply(meeting.reached(99, desk.clock.now()))
    return {item.entry.delegation: item.number for item in after.remarks}
