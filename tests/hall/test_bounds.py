"""Bounds of what a connection may take: its number, its head, its body, its time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.hall.hall_at_work import Hall, until
from tipfloor.hall.guard import LONGEST_BODY, LONGEST_HEAD, PATIENCE, Guard

HEAD = b"GET /api/time HTTP/1.1\r\nHost: localhost\r\n"


def ended(connection: socket.socket) -> bytes:
    """Return all that comes until the other end hangs up."""
    found = b""
    try:
        while data := connection.recv(65536):
            found += data
    except ConnectionError:
        pass
    return found


def test_a_head_that_never_ends_is_given_up(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guard, "patience", 0.3)
    with hall.raw() as slow, hall.raw() as silent:
        slow.sendall(HEAD)
        began = time.monotonic()
        with suppress(ConnectionError):
            while time.monotonic() - began < PATIENCE:
                slow.sendall(b"x: y\r\n")
                time.sleep(0.05)
        assert ended(slow) == b""
        assert ended(silent) == b""
        assert time.monotonic() - began < PATIENCE
    assert hall.json("/api/time")


def test_a_body_that_never_ends_is_given_up(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guard, "patience", 0.3)
    with hall.raw() as slow:
        slow.sendall(b"POST /api/acts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{")
        ended(slow)
    assert hall.json("/api/time")


def test_a_line_that_is_open_is_not_given_up(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guard, "patience", 0.2)
    with hall.listening() as line:
        line.next()
        time.sleep(0.4)
        hall.desk.tell("give_floor")
        assert line.next()["floor"]


def test_a_head_that_is_too_long_is_refused(hall: Hall) -> None:
    with hall.raw() as large:
        large.sendall(HEAD + b"x: " + b"y" * LONGEST_HEAD + b"\r\n")
        assert ended(large).startswith(b"HTTP/1.1 431 ")
    with hall.raw() as large:
        large.sendall(b"GET /" + b"a" * LONGEST_HEAD * 2 + b" HTTP/1.1\r\n\r\n")
        assert ended(large).startswith(b"HTTP/1.1 431 ")


def test_a_body_that_is_too_long_is_cut_off(hall: Hall) -> None:
    with hall.raw() as large:
        size = LONGEST_BODY * 2
        large.sendall(
            b"POST /hall HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % size
        )
        try:
            for _ in range(size // 65536):
                large.sendall(b"x" * 65536)
        except ConnectionError:
            pass
        answer = ended(large)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 405 ")
    assert hall.json("/api/time")


MALFORMED = [
    b"\x00\x01\x02\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 5,
    b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
]


@pytest.mark.parametrize("request_", MALFORMED, ids=[repr(item[:20]) for item in MALFORMED])
def test_what_is_no_request_ends_its_connection_alone(hall: Hall, request_: bytes) -> None:
    with hall.raw() as strange:
        strange.sendall(request_)
        strange.shutdown(socket.SHUT_WR)
        answer = ended(strange)
    assert not answer.startswith(b"HTTP/1.1 2")
    assert hall.json("/api/time")


def test_beyond_so_many_connections_none_is_taken(
    serve: Callable[..., Hall], monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = serve("BRA")
    monkeypatch.setattr(Guard, "most", 30)
    idle = [hall.raw() for _ in range(40)]
    try:
        until(lambda: not answers(hall))
    finally:
        for one in idle:
            one.close()
    until(lambda: answers(hall))


def answers(hall: Hall) -> bool:
    """Tell whether a further connection is taken."""
    try:
        return bool(hall.json("/api/time"))
    except (ConnectionError, OSError):
        return False


def test_many_that_say_nothing_keep_nobody_waiting(hall: Hall) -> None:
    idle = [hall.raw() for _ in range(400)]
    try:
        began = time.monotonic()
        with hall.listening() as line:
            line.next()
            hall.desk.tell("give_floor")
            assert line.next()["floor"]
        assert time.monotonic() - began < 3
    finally:
        for one in idle:
            one.close()
