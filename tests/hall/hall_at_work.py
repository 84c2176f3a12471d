"""The hall's server as browsers meet it: on a real record, a real port, a clock set by hand."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, BinaryIO

from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.clocks import SystemClock
from tipfloor.hall.access import Access
from tipfloor.hall.control import Teller
from tipfloor.hall.server import HallServer, listen
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

SOON = 30.0
"""Seconds after which something is taken never to come, on a busy machine too."""


TOKEN, OTHER = "a-token-for-acting-0123456789", "another-token-for-acting-0123"
ACCESS = Access(control={TOKEN: "panel", OTHER: "osc"})
"""Who may act at a hall that takes acts."""


class Hall:
    """A server that runs, and the desk whose record it serves."""

    def __init__(self, desk: Desk, port: int, server: HallServer) -> None:
        self.desk = desk
        self.port = port
        self.server = server

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Return the status, the headers and the body of an answer."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        try:
            line.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                line.putheader(name.replace("_", "-"), value)
            if body is not None:
                line.putheader("content-length", str(len(body)))
            line.endheaders(body)
            answer = line.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            line.close()

    def json(self, path: str, **headers: str) -> Any:
        """Return what is answered as JSON."""
        status, _, body = self.ask(path, **headers)
        assert status == 200, body
        return json.loads(body)

    def tell(self, kind: str, **fields: Any) -> None:
        """Tell the desk an act, and wait until the hall knows of it."""
        self.desk.tell(kind, **fields)
        self.catch_up()

    def catch_up(self) -> None:
        """Wait until the hall knows what the desk does."""
        position = self.desk.proceedings.saved.position
        until(lambda: self.json("/api/state")["position"] >= position)

    def raw(self) -> socket.socket:
        """Return a bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=SOON)

    @contextmanager
    def listening(self, language: str = "en") -> Iterator[Line]:
        """Hold a line to the events."""
        with self.raw() as connection:
            asked = f"GET /api/events?lang={language} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            connection.sendall(asked.encode())
            with connection.makefile("rb") as file:
                yield Line(file)


class Line:
    """The events that come on one connection, as they come."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def next(self, kind: str = "state") -> Any:
        """Return the data of the next event of a kind; those of others go by."""
        named = None
        while line := self._file.readline():
            if line.startswith(b"event: "):
                named = line[7:].strip().decode()
            if line.startswith(b"data: ") and named == kind:
                return json.loads(line[6:])
        raise EOFError("the line ended")

    def rest(self) -> bytes:
        """Return all until the line ends."""
        return self._file.read()


@contextmanager
def hall_of(
    desk: Desk,
    access: Access | None = None,
    tell: Teller | None = None,
    language: str | None = None,
    publish_to: str | None = None,
    store: type[SqliteStore] = SqliteStore,
) -> Iterator[Hall]:
    """Serve the record of a desk while the test runs."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]

    def opened() -> Any:
        return Proceedings(store(desk.record, read_only=True), desk.clock).live()

    server = HallServer(opened, listening, access or Access(), tell, language, publish_to)
    server.start()
    try:
        yield Hall(desk, port, server)
    finally:
        server.stop()


@contextmanager
def hall_on(record: Path) -> Iterator[Hall]:
    """Serve a record that no desk works on."""
    desk = Desk(record, HandClock())
    try:
        with hall_of(desk) as hall:
            yield hall
    finally:
        desk.close()


def real_desk(folder: Path, *waiting: str, **rules: Any) -> Desk:
    """Return a desk whose clock is the machine's."""
    record, clock = folder / "meeting.tipfloor", SystemClock()
    assert create(record, convening(small_plan(**rules), clock))
    desk = Desk(record, clock)  # type: ignore[arg-type]
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in waiting:
        desk.tell("inscribe", delegation=code)
    return desk


def until(holds: Callable[[], Any]) -> Any:
    """Wait until something holds, and return it."""
    end = time.monotonic() + SOON
    while not (found := holds()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)
    return found


ROOT = Path(__file__).parents[2]
