"""The course of a rehearsal: its record is begun, each moment is played, and it is handed over."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tipfloor.clocks import SimulatedClock, SystemClock
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import MomentPlan, Plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.rehearsal import scenes
from tipfloor.rehearsal.player import Player
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

EARLY = timedelta(minutes=10)
"""How long before the planned opening the desk convenes the meeting."""


@dataclass(frozen=True, slots=True)
class Played:
    """What was played: the events of the record, the acts by kind, and the refusals by code."""

    events: int
    told: Counter[str]
    refused: Counter[str]


def rehearse(plan: Plan, path: Path, *, seed: int = 1, until: str | None = None) -> Played | None:
    """Play a meeting into a new record, up to a moment where one is named.

    The same plan, seed and moment give the same acts at the same times. None where something is
    at the path already, which is left as it is. Raises StoreFault.
    """
    clock = SimulatedClock(beginning(plan))
    if path.exists() or not create(path, convening(plan, clock, 1.0)):
        return None
    with closing(Proceedings(SqliteStore(path), clock)) as proceedings:
        return play(proceedings, clock, seed=seed, until=until)


def play(
    proceedings: Proceedings, clock: SimulatedClock, *, seed: int, until: str | None
) -> Played:
    """Play a meeting that was convened on a clock, up to a moment where one is named."""
    plan = proceedings.meeting.plan
    player, incidents = Player(proceedings, clock, seed), scenes.Incidents()
    for place, moment in enumerate(plan.moments):
        if moment.code == until:
            break
        if place:
            _go_on(player, plan.moments[place - 1], moment)
        scenes.play(player, moment, incidents)
    player.tell("hand_over_rehearsal", real=SystemClock().now())
    return Played(proceedings.meeting.position, player.told, player.refused)


def _go_on(player: Player, former: MomentPlan, moment: MomentPlan) -> None:
    """Go from one moment to the next, over lunch or over the night where the plan has a gap."""
    scenes.pause_between(player, former.ends, moment.starts)
    player.wait_until(moment.starts, late=player.chance.uniform(0, 240))
    player.tell("next_moment", waiting="not_heard")


def beginning(plan: Plan) -> Instant:
    """Return the instant before the planned opening; nine in the morning where none is planned."""
    day = plan.meeting.days[0]
    local = plan.moments[0].starts or datetime(day.year, day.month, day.day, 9)  # noqa: DTZ001
    opening = local.replace(tzinfo=plan.zone).astimezone(UTC) - EARLY
    return Instant(utc=opening, ticks=1_000_000, boot="simulated")
