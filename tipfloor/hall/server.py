"""The hall's server: a thread with a loop of its own, which holds up nobody and writes nowhere."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Callable
from threading import Event, Thread

from starlette.types import ASGIApp
from uvicorn import Config, Server

from tipfloor.hall.access import Access
from tipfloor.hall.app import app
from tipfloor.hall.board import Board
from tipfloor.hall.control import Control, Teller
from tipfloor.hall.guard import Guard
from tipfloor.hall.hub import Hub
from tipfloor.hall.publishing import Publisher
from tipfloor.proceedings.live import LiveProceedings

STUCK = 15_000
"""Milliseconds after which the system itself drops a reader that takes nothing any more."""

WAITING = 2048
"""Connections that may wait to be taken: as many pages come back at once."""

LEAVING = 1
"""Seconds that are given to answers that are on their way when the server ends."""


class PortTaken(Exception):
    """The address cannot be listened at; the reason is the system's own."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises PortTaken."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise PortTaken(error.strerror or str(error)) from error
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # connections inherit it
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STUCK)
        listening.bind(address)
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        raise PortTaken(error.strerror or str(error)) from error
    return listening


class HallServer:
    """Serves the pages of a record until it is stopped."""

    def __init__(
        self,
        opened: Callable[[], LiveProceedings],
        listening: socket.socket,
        access: Access,
        tell: Teller | None = None,
        language: str | None = None,
        publish_to: str | None = None,
    ) -> None:
        self._opened = opened
        self._listening = listening
        self._access = access
        self._tell = tell
        self._language = language
        self._publish_to = publish_to
        self._ready = Event()
        self._stop: Callable[[], object] = lambda: None
        self.failed: BaseException | None = None
        self._thread = Thread(target=self._run, name="hall", daemon=True)

    def start(self) -> None:
        """Begin, and return once pages are answered. Raises what kept it from that."""
        self._thread.start()
        self._ready.wait()
        if self.failed is not None:
            raise self.failed

    @property
    def alive(self) -> bool:
        """Whether it still serves."""
        return self._thread.is_alive()

    def stop(self, within: float = 2.0) -> None:
        """End every page's line and stop; that takes a second at the most."""
        self._stop()
        self._thread.join(within)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:
            self.failed = error
        finally:
            self._listening.close()
            self._ready.set()

    async def _serve(self) -> None:
        proceedings, hub = self._opened(), Hub()
        control: Control | None = None
        publisher = Publisher(self._publish_to) if self._publish_to is not None else None
        try:
            board = Board(proceedings, hub, self._language, publisher)
            control = Control(self._tell, board) if self._tell is not None else None
            server = _server(app(board, self._access, control))
            following = asyncio.create_task(board.follow())
            serving = asyncio.create_task(server.serve([self._listening]))
            self._stop = _stopper(asyncio.get_running_loop(), server, hub)
            self._ready.set()
            await asyncio.wait({following, serving}, return_when=asyncio.FIRST_COMPLETED)
            hub.close()
            server.should_exit = True
            await serving
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following
        finally:
            if control is not None:
                control.close()
            if publisher is not None:
                publisher.close()
            proceedings.close()


def _server(pages: ASGIApp) -> Server:
    """Return uvicorn's server, which logs to nobody and leaves signals to the program."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    server = Server(
        Config(
            pages,
            http=Guard,
            ws="none",
            loop="asyncio",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            backlog=WAITING,
            timeout_graceful_shutdown=LEAVING,
        )
    )
    return server


def _stopper(loop: asyncio.AbstractEventLoop, server: Server, hub: Hub) -> Callable[[], object]:
    def stop() -> None:
        hub.close()
        server.should_exit = True

    def ask() -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended by itself
            loop.call_soon_threadsafe(stop)

    return ask
