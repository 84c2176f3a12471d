"""Small values that a meeting keeps: stages, refusals, attempts, who presided."""

from __future__ import annotations

from dataclasses import dataclass

from tipfloor.core.ground.instant import Instant


@dataclass(frozen=True, slots=True)
class Stage:
    """When a moment or a session began and ended; `ended_at` is None while it is on."""

    code: str
    started_at: Instant
    ended_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """A request that the chair refused, with the rule that was named."""

    at: Instant
    moment: str
    session: str | None
    delegation: str
    requested: str
    rule: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the desk tried for a delegation and the rules stopped; `stopped` is the refusal's code.

    Nobody in the chair refused it: it is in the internal record only.
    """

    at: Instant
    moment: str
    session: str | None
    delegation: str
    stopped: str
    rule: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """When a rehearsal that played itself was handed over, on its own clock and on the real one."""

    shown: Instant
    real: Instant


@dataclass(frozen=True, slots=True)
class Presiding:
    """An officer in the chair, and since when; no delegation where none is known."""

    office: str
    delegation: str | None
    since: Instant
