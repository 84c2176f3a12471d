"""A connection as the hall takes it: so many at once, so long a head, so much patience."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_CONNECTIONS = 12_000
"""Connections at once; beyond, a new one is closed unread."""

LONGEST_HEAD = 16 * 1024
"""Bytes of a request's line and headers."""

LONGEST_BODY = 1024 * 1024
"""Bytes of a request's body; the longest act, a whole plan, has a tenth of them."""

PATIENCE = 10.0
"""Seconds in which a request must have come whole."""

TRANSPORT = "tipfloor.transport"
"""Among the extensions of a request's scope: the connection's transport."""

TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"connection: close\r\ncontent-length: 0\r\n\r\n"
)


class Guard(HttpToolsProtocol):
    """uvicorn's connection, which itself bounds neither the head nor the time that it takes."""

    most: ClassVar[int] = MOST_CONNECTIONS
    patience: ClassVar[float] = PATIENCE
    _timer: asyncio.TimerHandle | None = None
    _head = 0
    _in_head = True
    _body = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection unless there are too many, and begin to wait for its request."""
        if len(self.connections) >= self.most:
            transport.abort()
            return
        super().connection_made(transport)
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._come()
        if self.transport is not None:
            super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Hand on what came, as long as the head is not too long."""
        if self.parser is None or self.transport.is_closing():
            return
        if self._in_head:
            self._head += len(data)
            if self._head > LONGEST_HEAD + LONGEST_BODY or (
                self._head > LONGEST_HEAD and b"\r\n\r\n" not in data[: LONGEST_HEAD + 4]
            ):
                self.transport.write(TOO_LARGE)
                self.transport.close()
                return
            if self._timer is None:
                self._await_request()
        super().data_received(data)

    def on_message_begin(self) -> None:
        """Begin a request, which knows its transport."""
        super().on_message_begin()
        extensions: dict[str, Any] = {TRANSPORT: self.transport}
        self.scope["extensions"] = extensions

    def on_headers_complete(self) -> None:
        """Count the body from here on."""
        self._in_head, self._head, self._body = False, 0, 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body, as long as that is not too long."""
        self._body += len(body)
        if self._body > LONGEST_BODY:
            self.transport.abort()
            return
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Wait for no more of this request; the next begins with a head."""
        self._come()
        self._in_head = True
        super().on_message_complete()

    def _await_request(self) -> None:
        self._timer = self.loop.call_later(self.patience, self._give_up)

    def _come(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        self._timer = None
        if not self.transport.is_closing():
            self.transport.abort()
