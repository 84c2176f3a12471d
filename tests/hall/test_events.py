"""The line of a page: the state whole at once and at each change, and beats in between."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from tests.hall.hall_at_work import Hall, until
from tipfloor.hall import board
from tipfloor.hall.hub import MOST_UNREAD, Hub, event


def test_a_line_begins_with_the_state(hall: Hall) -> None:
    with hall.listening() as line:
        state = line.next()
    assert [one["name"] for one in state["list"]["next"]] == ["Brazil", "Chile", "Uruguay"]
    assert state["phase"] == "free"
    assert state["position"] == hall.desk.proceedings.meeting.position


def test_an_act_is_told_whole(hall: Hall) -> None:
    with hall.listening() as line:
        line.next()
        hall.desk.tell("give_floor")
        state = line.next()
    assert state["floor"]["speaker"] == {"code": "BRA", "name": "Brazil"}
    assert state["floor"]["left_ms"] == 120_000
    assert state["floor"]["running"] is True
    assert state["list"]["waiting"] == 2


def test_each_line_is_told_in_its_language(hall: Hall) -> None:
    with hall.listening("es") as spanish, hall.listening("fr") as french:
        spanish.next()
        french.next()
        hall.desk.tell("give_floor")
        assert spanish.next()["words"]["phase"] == "EN USO DE LA PALABRA"
        assert french.next()["words"]["phase"] == "A LA PAROLE"


def test_time_alone_tells_nothing_but_beats(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "BEAT_EVERY", 0.02)
    hall.desk.tell("give_floor")
    with hall.listening() as line:
        first = line.next()
        while first["phase"] != "speaking":
            first = line.next()
        for _ in range(40):
            hall.desk.clock.advance(1000)
            beat = line.next("beat")
        assert beat["answers"] is True
        assert beat["position"] == first["position"]
        hall.desk.clock.advance(75_000)
        assert line.next()["phase"] == "last_seconds"


def test_the_end_of_the_time_is_told_by_itself(hall: Hall) -> None:
    hall.desk.tell("give_floor")
    with hall.listening() as line:
        while line.next()["phase"] != "speaking":
            pass
        hall.desk.clock.advance(125_000)
        state = line.next()
    assert state["phase"] == "over_time"
    assert state["floor"]["left_ms"] == -5000
    assert state["floor"]["running"] is True


def test_a_stop_of_the_clock_is_told_and_stands(hall: Hall) -> None:
    hall.desk.tell("give_floor")
    hall.desk.clock.advance(30_000)
    with hall.listening() as line:
        while line.next()["phase"] != "speaking":
            pass
        hall.desk.tell("pause")
        hall.desk.clock.advance(5000)
        state = line.next()
        assert state["floor"]["running"] is False
        assert until(lambda: hall.json("/api/state")["floor"])["left_ms"] == 90_000


def test_the_server_stops_within_a_second_with_pages_open(hall: Hall) -> None:
    with hall.listening() as line:
        line.next()
        began = time.monotonic()
        hall.server.stop()
        assert time.monotonic() - began < 1
        assert not hall.server.alive
        with pytest.raises((EOFError, ConnectionError)):
            line.next("none")


class Unread:
    """A transport whose reader takes nothing."""

    def __init__(self) -> None:
        self.waits, self.aborted = 0, False

    def get_write_buffer_size(self) -> int:
        return self.waits

    def write(self, data: bytes) -> None:
        self.waits += len(data)

    def abort(self) -> None:
        self.aborted = True


def test_a_reader_that_takes_nothing_is_cut_off_and_holds_no_memory() -> None:
    hub, idle, told = Hub(), Unread(), event("state", b"x" * 2000)
    hub.join(idle, "en")  # type: ignore[arg-type]
    for _ in range(100):
        hub.tell("en", told)
    assert idle.aborted
    assert len(hub) == 0
    assert idle.waits < MOST_UNREAD + 3000


def test_one_that_stops_reading_costs_the_others_nothing(serve: Callable[..., Hall]) -> None:
    hall = serve("BRA")
    with hall.raw() as idle, hall.listening() as line:
        idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        idle.sendall(b"GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        line.next()
        for number in range(30):
            hall.desk.tell("suspend" if number % 2 == 0 else "resume_meeting")
            assert line.next()["phase"] == ("suspended" if number % 2 == 0 else "free")
