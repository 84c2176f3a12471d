"""The record as it is published, made anew when it has grown, and never twice of one state."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.types import Receive, Scope, Send

from tipfloor.export.snapshot import Scope as Part
from tipfloor.export.snapshot import Snapshot, take
from tipfloor.hall.answering import Answer
from tipfloor.hall.asking import language_of
from tipfloor.hall.board import Board
from tipfloor.hall.minutes import minutes_told
from tipfloor.hall.state import encoded
from tipfloor.words import speaking

Made = Callable[[Snapshot], bytes]


class Published:
    """The public record as JSON, and its minutes for a page to show."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._kept: dict[tuple[str, str], tuple[int, bytes]] = {}
        self._turn = asyncio.Lock()

    async def record(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the public JSON export."""
        await Answer(await self._made("record", _json, scope))(scope, receive, send)

    async def minutes(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the minutes, block by block, and the figures."""
        await Answer(await self._made("minutes", _minutes, scope))(scope, receive, send)

    async def _made(self, what: str, made: Made, scope: Scope) -> bytes:
        """Return the bytes of a form, made beside the loop and one at a time."""
        language = language_of(scope, self._board.own_language)
        async with self._turn:
            position, known = self._board.position, self._kept.get((what, language))
            if known is not None and known[0] == position:
                return known[1]
            asked = Part(language=language, reader="publication" if what == "minutes" else None)
            snapshot = take(self._board.proceedings, asked)
            data = await asyncio.to_thread(_spoken, made, snapshot)
            self._kept[what, language] = (position, data)
            return data


def _spoken(made: Made, snapshot: Snapshot) -> bytes:
    with speaking(snapshot.language):
        return made(snapshot)


def _json(snapshot: Snapshot) -> bytes:
    from tipfloor.export.data import written

    return written(snapshot)


def _minutes(snapshot: Snapshot) -> bytes:
    return encoded(minutes_told(snapshot))
