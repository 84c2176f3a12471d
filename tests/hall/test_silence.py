"""The record itself does not answer: the server says so, and since when, until it does again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.hall.hall_at_work import Hall, hall_of, until
from tests.helpers.desk import Desk
from tipfloor.hall import board
from tipfloor.store.sqlite import SqliteStore

GOES_ON = Event()


class Hanging(SqliteStore):
    """A record on a disk that can stop answering, as one in a network does."""

    def changed(self) -> bool:
        """Answer once the disk does."""
        GOES_ON.wait(10)
        return super().changed()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "BEAT_EVERY", 0.05)
    monkeypatch.setattr(board, "SILENT_AFTER", 0.3)


def silence(hall: Hall) -> dict[str, Any]:
    """Return the state once the record does not answer."""
    found: dict[str, Any] = until(
        lambda: ((state := hall.json("/api/state"))["silent"] and state) or None
    )
    return found


def test_a_record_that_was_taken_away_is_said_until_it_is_back(hall: Hall, quick: None) -> None:
    record, hidden = hall.desk.record, Path(f"{hall.desk.record}.hidden")
    hall.tell("give_floor")
    with hall.listening() as line:
        line.next()
        hall.desk.close()
        record.rename(hidden)
        state = silence(hall)
        assert state["words"]["record"] == (
            f"The record does not answer since {state['silent']}; the clock goes on"
        )
        assert state["floor"]["running"]
        assert line.next()["silent"], "each page is told"
        assert until(lambda: line.next("beat")["answers"] is False)
        assert hall.ask("/healthz")[0] == 503
        hidden.rename(record)
        until(lambda: not hall.json("/api/state")["silent"])
        until(lambda: line.next("beat")["answers"])
    assert hall.ask("/healthz")[0] == 200


def test_one_that_hangs_is_said_while_the_server_goes_on(
    session: Callable[..., Desk], quick: None
) -> None:
    GOES_ON.set()
    with hall_of(session("BRA"), store=Hanging) as hall:
        assert hall.json("/api/state")["silent"] == ""
        GOES_ON.clear()
        try:
            assert silence(hall)["position"] == hall.desk.meeting.position
            assert hall.json("/api/time")["ticks"]
        finally:
            GOES_ON.set()
        until(lambda: not hall.json("/api/state")["silent"])
