"""Small values that a meeting keeps: stages, refusals, attempts, who presided."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.ground.instant import Instant


class Stage(Struct, frozen=True):
    """When a moment or a session began and ended; `ended_at` is None while it is on."""

    code: str
    started_at: Instant
    ended_at: Instant | None = None


class RefusedRequest(Struct, frozen=True):
    """A request that the chair refused, with the rule that was named."""

    at: Instant
    moment: str
    session: str | None
    delegation: str
    requested: str
    rule: str


class Attempt(Struct, frozen=True):
    """What the desk tried for a delegation and the rules stopped; `stopped` is the refusal's code.

    Nobody in the chair refused it: it is in the internal record only.
    """

    at: Instant
    moment: str
    session: str | None
    delegation: str
    stopped: str
    rule: str


class HandOver(Struct, frozen=True):
    """When a rehearsal that played itself was handed over, on its own clock and on the real one."""

    shown: Instant
    real: Instant


class Presiding(Struct, frozen=True):
    """An officer in the chair, and since when; no delegation where none is known."""

    office: str
    delegation: str | None
    since: Instant
