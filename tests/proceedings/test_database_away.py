"""A database goes away and comes back under a desk: nothing is lost, nothing is done twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.helpers import postgres_server
from tests.helpers.plans import small_plan
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.records import begin, open_record, store_to_read, store_to_tell
from tipfloor.store import Unanswered, Unsealed
from tipfloor.store.address import Database
from tipfloor.store.chain import first_bad_position


@pytest.fixture
def database(mortal: postgres_server.Server) -> Database:
    return mortal.new_record()


def told(desk: LiveProceedings, kind: str, **fields: Any) -> None:
    desk.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


def until(desk: LiveProceedings, condition: Callable[[], object], within: float = 15.0) -> float:
    """Let the desk take what comes until a condition holds; return the seconds that took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within, desk.waiting
        desk.take()
        time.sleep(0.005)
    return time.monotonic() - began


@pytest.fixture
def desk(database: Database) -> Iterator[LiveProceedings]:
    """A desk with a speaker who has the floor."""
    begun = open_record(database, small_plan(), by="desk")
    live = begun.live()
    with closing(live):
        live.begin(lambda: None)
        for kind, fields in (
            ("open_session", {"session": "technology", "reason": "a test"}),
            ("inscribe", {"delegation": "BRA"}),
            ("inscribe", {"delegation": "CHL"}),
            ("give_floor", {}),
        ):
            told(live, kind, **fields)
        until(live, lambda: not live.waiting.acts)
        yield live


def kinds(database: Database) -> list[str]:
    with closing(open_record(database, None, read_only=True)) as read:
        return [item.event.kind for item in read.history]


def is_sound(database: Database) -> bool:
    with closing(store_to_read(database)) as store:
        return first_bad_position(store.rows()) is None


def test_a_frozen_database_is_said_and_gone_on_with(
    desk: LiveProceedings, database: Database, mortal: postgres_server.Server
) -> None:
    mortal.freeze()
    try:
        seen = until(desk, lambda: desk.waiting.away)
        assert seen < 4, "two seconds, on a machine that has nothing else to do"
        with pytest.raises(Refused, match="record_away"):
            told(desk, "inscribe", delegation="URY")
        before = desk.now()
        told(desk, "pause")
        stopped = desk.now()
        shown, _ = desk.current()
        assert shown.floor is not None
        assert shown.floor.pause is not None, "it is shown at once"
    finally:
        mortal.thaw()
    back = until(desk, lambda: not desk.waiting.acts and not desk.waiting.away)
    assert back < 4
    assert kinds(database).count("clock_paused") == 1
    paused = desk.saved.history[-1].event
    assert before.ticks <= paused.at.ticks <= stopped.ticks
    assert desk.saved.meeting.floor == shown.floor


def test_an_act_whose_answer_is_lost_is_in_the_record_once(
    desk: LiveProceedings, database: Database, mortal: postgres_server.Server
) -> None:
    mortal.freeze()
    try:
        told(desk, "inscribe", delegation="URY")
        until(desk, lambda: desk.waiting.away)
        with pytest.raises(Refused, match="record_away"):
            told(desk, "inscribe", delegation="ARG")
    finally:
        mortal.thaw()
    until(desk, lambda: not desk.waiting.acts and not desk.waiting.away)
    assert kinds(database).count("inscribed") == 3
    assert is_sound(database)


def test_what_was_sent_to_a_frozen_database_is_asked_for_under_its_id(
    database: Database, mortal: postgres_server.Server
) -> None:
    begin(database, small_plan())
    event = Unsealed("told", 1, "{}", "an-act", 0, "desk")
    with closing(store_to_tell(database)) as store:
        assert store.append(1, [event._replace(act="another")])
        mortal.freeze()
        try:
            began = time.monotonic()
            with pytest.raises(Unanswered) as lost:
                store.append(2, [event])
            assert 0.9 < time.monotonic() - began < 3, "the deadline is a second"
            assert lost.value.detail == "an-act"
        finally:
            mortal.thaw()
        [row] = store.append(2, [event])
        assert row.position == 3
        assert store.positions_of("an-act") == [3]


def test_a_database_that_is_killed_comes_back_with_all_of_it(
    desk: LiveProceedings, database: Database, mortal: postgres_server.Server
) -> None:
    mortal.kill()
    gone = until(desk, lambda: desk.waiting.away)
    assert gone < 3
    mortal.start()
    until(desk, lambda: not desk.waiting.away)
    told(desk, "inscribe", delegation="URY")
    until(desk, lambda: not desk.waiting.acts)
    assert kinds(database).count("inscribed") == 3
    assert is_sound(database)
