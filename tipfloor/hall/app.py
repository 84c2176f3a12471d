"""The routes of the hall: its pages, what they ask for, and what machines may ask for."""

from __future__ import annotations

import random

from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from tipfloor.hall.access import Access
from tipfloor.hall.agenda import agenda
from tipfloor.hall.answering import ALWAYS, JSON, Answer, problem
from tipfloor.hall.asking import language_of
from tipfloor.hall.board import Board
from tipfloor.hall.control import Control
from tipfloor.hall.flags import Flags
from tipfloor.hall.gate import Gate
from tipfloor.hall.guard import TRANSPORT
from tipfloor.hall.openapi import described
from tipfloor.hall.page import PAGES, page
from tipfloor.hall.published import Published
from tipfloor.hall.roll import roll
from tipfloor.words import say, speaking

UNBUFFERED = (b"x-accel-buffering", b"no")
"""Else nginx keeps what is on its way to a reader until there is more of it."""

RETRY = (500, 1500)
"""Milliseconds after which a reader comes back to a line that ended, each its own."""


class Health:
    """Whether the server and the record behind it answer."""

    def __init__(self, board: Board) -> None:
        self._board = board

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 503 while the record does not."""
        answers = not self._board.silent
        told = {"status": "ok" if answers else "record does not answer"}
        await Answer.of(told, 200 if answers else 503)(scope, receive, send)


class Facts:
    """What is read from the board at once: the time, the state, the agenda."""

    def __init__(self, board: Board) -> None:
        self._board = board

    async def time(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the meeting's clock."""
        await Answer.of(self._board.time())(scope, receive, send)

    async def state(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the state in the language that is asked for."""
        language = language_of(scope, self._board.own_language)
        await Answer.of(self._board.state(language))(scope, receive, send)

    async def agenda(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with every moment and session as planned, held and forecast."""
        language = language_of(scope, self._board.own_language)
        await Answer.of(agenda(self._board.proceedings, language))(scope, receive, send)

    async def present(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the delegations that can ask for the floor."""
        language = language_of(scope, self._board.own_language)
        await Answer.of(roll(self._board.proceedings, language))(scope, receive, send)


class Events:
    """The line of a page: the state at once and at each change, and beats in between."""

    def __init__(self, board: Board) -> None:
        self._board = board

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the line until its reader leaves; the hub writes to it."""
        language = language_of(scope, self._board.own_language)
        headers = [*ALWAYS, (b"content-type", b"text/event-stream"), UNBUFFERED]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        first = b"retry: %d\n\n" % random.randint(*RETRY) + self._board.event(language)
        head = scope["method"] == "HEAD"
        await send({"type": "http.response.body", "body": first, "more_body": not head})
        if head:
            return
        transport = scope["extensions"][TRANSPORT]
        self._board.hub.join(transport, language)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._board.hub.leave(transport)


class Page:
    """One of the pages, made for the language and the look that are asked for."""

    def __init__(self, board: Board, name: str) -> None:
        self._board = board
        self._name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, under a nonce of its own."""
        language = language_of(scope, self._board.own_language)
        if self._name == "panel" and scope["tipfloor.visitor"].holder is None:
            with speaking(language):
                answer = problem(401, say("hall.no_control_token"))
        else:
            answer = page(self._name, language, scope)
        await answer(scope, receive, send)


async def nothing_there(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer that there is no such page."""
    await problem(404, say("hall.no_such_page"))(scope, receive, send)


async def describe(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the description of the interface (OpenAPI)."""
    await Answer(described(), JSON)(scope, receive, send)


class Reading:
    """Lets only reading through to what never writes."""

    def __init__(self, within: ASGIApp) -> None:
        self._within = within

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD, and refuse every other method."""
        if scope["method"] in ("GET", "HEAD"):
            await self._within(scope, receive, send)
            return
        answer = problem(405, say("hall.read_only"))
        answer.add(b"allow", b"GET, HEAD")
        await answer(scope, receive, send)


def app(board: Board, access: Access, control: Control | None) -> ASGIApp:
    """Return the whole of what the hall answers; without a `control` no route writes."""
    facts, published = Facts(board), Published(board)
    ways: dict[str, ASGIApp] = {
        "/healthz": Health(board),
        "/api/time": facts.time,
        "/api/state": facts.state,
        "/api/agenda": facts.agenda,
        "/api/present": facts.present,
        "/api/events": Events(board),
        "/api/record": published.record,
        "/api/minutes": published.minutes,
        "/api/openapi.json": describe,
        **{f"/{name}": Page(board, name) for name in PAGES if name not in ("index", "panel")},
        "/": Page(board, "index"),
        "/flags/{code}": Flags(board),
    }
    if control is not None:
        ways["/panel"] = Page(board, "panel")
    routes = [Route(path, endpoint=Reading(way)) for path, way in ways.items()]
    if control is not None:
        routes.append(Route("/api/acts", endpoint=control))
    return Gate(Router(routes=routes, default=nothing_there, redirect_slashes=False), access)
