"""Who plays the meeting: tells acts, lets time go by, and leaves the rest to chance by seed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tipfloor.clocks import SimulatedClock
from tipfloor.core.business import ACTS
from tipfloor.core.meeting import Meeting
from tipfloor.core.refusal import Refused
from tipfloor.proceedings import Proceedings


class Player:
    """One desk that plays a meeting through its acts, on a clock of its own.

    `told` counts the acts of each kind, refused ones included; `refused` the codes of refusals.
    """

    def __init__(self, proceedings: Proceedings, clock: SimulatedClock, seed: int) -> None:
        self._proceedings = proceedings
        self._clock = clock
        self.chance = Random(seed)
        self.told: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self._proceedings.meeting

    def tell(self, kind: str, **fields: Any) -> bool:
        """Tell an act; False where the meeting refuses it, as another body's rules may."""
        act = ACTS[kind].model_validate({"kind": kind, **fields})
        self.told[kind] += 1
        try:
            self._proceedings.tell(act)
        except Refused as refused:
            self.refused[refused.code] += 1
            return False
        return True

    def wait(self, shortest: float, longest: float | None = None) -> None:
        """Let some seconds go by, by chance between two figures where two are given."""
        seconds = shortest if longest is None else self.chance.uniform(shortest, longest)
        self._clock.advance(round(seconds * 1000))
        self._proceedings.keep_time()

    def wait_until(self, planned: datetime | None, late: float = 0) -> None:
        """Let time go by until a planned local time and some seconds, unless it is past."""
        if planned is None:
            return
        there = planned.replace(tzinfo=self.meeting.plan.zone).astimezone(UTC)
        missing = there + timedelta(seconds=late) - self._clock.now().utc
        if missing > timedelta(0):
            self.wait(missing / timedelta(seconds=1))

    def some(self, codes: list[str], least: int, most: int) -> list[str]:
        """Return some of these codes by chance, as many as there are at the most."""
        number = min(len(codes), self.chance.randint(least, most))
        return self.chance.sample(codes, number)

    def one(self, *but: str) -> str:
        """Return a delegation that is present, and none of these if there is another."""
        there = sorted(self.meeting.checked_in) or [d.code for d in self.meeting.plan.delegations]
        others = [code for code in there if code not in but]
        return self.chance.choice(others or there)

    @property
    def present(self) -> list[str]:
        """The delegations that take part, in the order of the roster."""
        plan, there = self.meeting.plan, self.meeting.checked_in
        return [item.code for item in plan.delegations if item.code in there or not there]
