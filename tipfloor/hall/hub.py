"""Everyone who listens, by language: what is told is made once and written to each line as it is.

A line that its reader does not empty is cut off: it holds up nobody and holds no memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

MOST_UNREAD = 64 * 1024
"""Bytes that may wait for one reader, beyond what the system itself keeps for it."""


class Hub:
    """The open lines; all methods are called on the loop that the transports live on."""

    def __init__(self) -> None:
        self._lines: dict[str, set[asyncio.Transport]] = {}

    @property
    def languages(self) -> Iterable[str]:
        """The languages in which somebody listens."""
        return [language for language, lines in self._lines.items() if lines]

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))

    def join(self, transport: asyncio.Transport, language: str) -> None:
        """Let a line hear what is told in a language from now on."""
        self._lines.setdefault(language, set()).add(transport)

    def leave(self, transport: asyncio.Transport) -> None:
        """Let a line go."""
        for lines in self._lines.values():
            lines.discard(transport)

    def tell(self, language: str, told: bytes) -> None:
        """Write an event to every line of a language."""
        chunk = framed(told)
        for transport in [*self._lines.get(language, ())]:
            if transport.get_write_buffer_size() > MOST_UNREAD:
                self.leave(transport)
                transport.abort()
            else:
                transport.write(chunk)

    def tell_all(self, told: bytes) -> None:
        """Write an event to every line."""
        for language in self.languages:
            self.tell(language, told)

    def close(self) -> None:
        """End every line, so that its page knows at once."""
        for lines in self._lines.values():
            for transport in [*lines]:
                transport.abort()
        self._lines.clear()


def framed(told: bytes) -> bytes:
    """Return bytes as a chunk of HTTP/1.1 (RFC 9112 section 7.1)."""
    return b"%x\r\n%s\r\n" % (len(told), told)


def event(kind: str, data: bytes, position: int | None = None) -> bytes:
    """Return an event of server-sent events; its data is one line."""
    mark = b"" if position is None else b"id: %d\n" % position
    return b"event: %s\n%sdata: %s\n\n" % (kind.encode(), mark, data)
