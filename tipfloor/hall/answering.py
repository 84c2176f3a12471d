"""Answers as ASGI messages: every one of them with the headers that keep a page to itself."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from starlette.types import Receive, Scope, Send

from tipfloor.hall.state import encoded

JSON = "application/json"
PROBLEM = "application/problem+json"
PIECE = 64 * 1024
"""Bytes that are handed over at once, so that a slow reader keeps no more of an answer waiting."""

SMALLEST = 1024
"""Bytes from which an answer is packed for a reader that can unpack it."""

ALWAYS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)

Headers = Iterable[tuple[bytes, bytes]]


class Answer:
    """An answer whose body is known: status, kind of content, bytes, and headers of its own."""

    def __init__(
        self, body: bytes, kind: str = JSON, status: int = 200, headers: Headers = ()
    ) -> None:
        self.status = status
        self._body = body
        self._kind = kind
        self._headers = [*headers]

    def add(self, name: bytes, value: bytes) -> None:
        """Add a header."""
        self._headers.append((name, value))

    @classmethod
    def of(cls, value: object, status: int = 200) -> Answer:
        """Return a value as JSON."""
        return cls(encoded(value), status=status)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, packed where the reader takes that."""
        body, packed = self._body, False
        if len(body) >= SMALLEST and b"gzip" in header(scope, b"accept-encoding"):
            body, packed = gzip.compress(body, 9, mtime=0), True
        headers = [
            *ALWAYS,
            (b"content-type", self._kind.encode()),
            (b"content-length", b"%d" % len(body)),
            *((b"content-encoding", b"gzip") for _ in range(packed)),
            *self._headers,
        ]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        for start in range(0, len(body), PIECE):
            piece, more = body[start : start + PIECE], start + PIECE < len(body)
            await send({"type": "http.response.body", "body": piece, "more_body": more})
        if not body:
            await send({"type": "http.response.body", "body": b""})


def problem(status: int, title: str, **facts: object) -> Answer:
    """Return what is wrong with a request as a problem (RFC 9457): `title` is a sentence."""
    told = {"title": title, "status": status, **facts}
    return Answer(encoded(told), PROBLEM, status)


def header(scope: Scope, name: bytes) -> bytes:
    """Return a header of a request, empty where it has none."""
    return next((value for key, value in scope["headers"] if key == name), b"")
