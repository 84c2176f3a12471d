"""Acting over HTTP: what `tipfloor tell` takes, from whoever holds a token for it."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from tipfloor.hall.answering import JSON, Answer, header, problem
from tipfloor.hall.board import Board
from tipfloor.hall.gate import Visitor
from tipfloor.jsontext import read_json
from tipfloor.stopwatch import stopwatch
from tipfloor.words import say

Told = dict[str, Any]


class Teller(Protocol):
    """Tells an act, a line of JSON, as somebody's: the answer that `tipfloor tell` would print."""

    def __call__(self, act: bytes, by: str) -> Told:
        """Return the events, the refusal, or that it was not saved."""

    def close(self) -> None:
        """Let the record go."""


MOST_AT_ONCE, A_SECOND = 30, 10.0
"""Acts that a holder may tell at once, in one request or several, and how many more each second."""

LOOK_EVERY, LOOKS = 0.005, 100
"""Seconds between two looks whether the board has what was done, and how many are made."""

UNREAD = ("malformed_act", "unknown_act", "plan_at_fault")
"""Codes of what is no act at all."""


class Allowance:
    """How many acts a holder may still tell now: a bucket that fills by the second."""

    def __init__(self) -> None:
        self._left, self._at = float(MOST_AT_ONCE), stopwatch()

    def takes(self, number: int) -> bool:
        """Take so many acts out of it where there are as many."""
        now = stopwatch()
        self._left = min(MOST_AT_ONCE, self._left + (now - self._at) * A_SECOND)
        self._at = now
        if self._left < number:
            return False
        self._left -= number
        return True


class Control:
    """Answers POST /api/acts; the acts are told one by one on a thread of their own."""

    def __init__(self, tell: Teller, board: Board) -> None:
        self._tell = tell
        self._board = board
        self._allowances: dict[str, Allowance] = {}
        self._thread = ThreadPoolExecutor(1, "acts")

    def close(self) -> None:
        """Take no more acts."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._tell.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request to act."""
        answer = self._refused(scope)
        if answer is None:
            try:
                body = await _body(receive)
            except ClientDisconnect:
                return
            answer = await self._told(scope, body)
        await answer(scope, receive, send)

    def _refused(self, scope: Scope) -> Answer | None:
        """Return the answer to a request that may not act, None for one that may."""
        if scope["method"] != "POST":
            refused = problem(405, say("hall.only_post"))
            refused.add(b"allow", b"POST")
            return refused
        visitor: Visitor = scope["tipfloor.visitor"]
        if visitor.holder is None:
            refused = problem(401, say("hall.no_control_token"))
            refused.add(b"www-authenticate", b"Bearer")
            return refused
        if visitor.by_cookie and not header(scope, b"origin"):
            return problem(403, say("hall.wrong_origin"))
        if not header(scope, b"content-type").startswith(
            (b"application/json", b"application/x-nd")
        ):
            return problem(415, say("hall.not_json"))
        return None

    async def _told(self, scope: Scope, body: bytes) -> Answer:
        holder = scope["tipfloor.visitor"].holder
        acts, several = _acts(body, header(scope, b"idempotency-key").decode("latin-1"))
        if len(acts) > MOST_AT_ONCE:
            return problem(413, say("hall.too_many_acts", most=MOST_AT_ONCE))
        allowance = self._allowances.setdefault(holder, Allowance())
        if not allowance.takes(max(1, len(acts))):
            refused = problem(429, say("hall.too_fast"))
            refused.add(b"retry-after", b"1")
            return refused
        loop = asyncio.get_running_loop()
        told = [await loop.run_in_executor(self._thread, self._tell, act, holder) for act in acts]
        await self._shown(told)
        if several:
            answers = [item if "events" in item else _problem(item) for item in told]
            worst = max([_status(item) for item in told], default=200)
            return Answer(
                json.dumps({"answers": answers}).encode(), JSON, 207 if worst > 200 else 200
            )
        (only,) = told
        if "events" in only:
            return Answer(json.dumps(only).encode())
        facts = _problem(only)
        return problem(facts.pop("status"), facts.pop("title"), **facts)

    async def _shown(self, told: list[Told]) -> None:
        """Wait until the state has what was done, so that whoever asks next finds it there."""
        last = max((e["position"] for one in told for e in one.get("events", ())), default=0)
        for _ in range(LOOKS):
            if self._board.position >= last:
                return
            await asyncio.sleep(LOOK_EVERY)


async def _body(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _acts(body: bytes, key: str) -> tuple[list[bytes], bool]:
    """Return each act as a line of JSON, and whether several were meant.

    A list, or lines of one act each, are several. What cannot be read is left to be refused.
    """
    try:
        found = read_json(body.decode("utf-8-sig"))
    except ValueError:
        lines = [line for line in body.split(b"\n") if line.strip()]
        return (lines, True) if len(lines) > 1 else ([body], False)
    if isinstance(found, list):
        return [json.dumps(item).encode() for item in found], True
    if key and isinstance(found, dict) and "act" not in found:
        return [json.dumps({**found, "act": key}).encode()], False
    return [body], False


def _status(told: Told) -> int:
    if "events" in told:
        return 200
    if "not_saved" in told:
        return 503
    return 400 if told["refused"]["code"] in UNREAD else 409


def _problem(told: Told) -> Told:
    """Return a refusal as a problem: its sentence as the title, with code, rule and facts."""
    facts = dict(told.get("refused") or told["not_saved"])
    title = facts.pop("message")
    return {**facts, "title": title, "status": _status(told)}
