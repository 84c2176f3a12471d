"""Who plays the meeting: tells acts, lets time go by, and leaves the rest to chance by seed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tipfloor.clocks import SimulatedClock
from tipfloor.core.deciding.voters import voters
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.translations import fields_by_language
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person
from tipfloor.words import languages, say, speaking
from tipfloor.words.catalogues import FALLBACK


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
        """Tell an act; False where the meeting refuses it, as another body's rules may.

        Where the quorum is lost, the meeting decides all the same.
        """
        typed = fields_by_language(fields, ACTS[kind].worded, self.meeting.plan.languages)
        act = ACTS[kind].model_validate({"kind": kind, **typed})
        self.told[kind] += 1
        try:
            self._proceedings.tell(act)
        except Refused as refused:
            self.refused[refused.code] += 1
            insists = refused.code == "no_quorum" and not fields.get("insist")
            return insists and self.tell(kind, **fields, insist=True)
        return True

    def typed(self, key: str, **facts: object) -> dict[str, str]:
        """Return what is typed, in each language of the meeting that there are words for.

        A fact that differs by language is a function of it.
        """
        return {language: self._said(key, language, facts) for language in self._languages()}

    def typed_once(self, key: str, **facts: object) -> str:
        """Return what is typed in one language, the meeting's first that there are words for."""
        return self._said(key, self._languages()[0], facts)

    def _languages(self) -> list[str]:
        known = [code for code in self.meeting.plan.languages if code in languages()]
        return known or [FALLBACK]

    def _said(self, key: str, language: str, facts: dict[str, object]) -> str:
        told = {name: fact(language) if callable(fact) else fact for name, fact in facts.items()}
        with speaking(language):
            return str(say(f"rehearsed.{key}", **told))

    def vote(self) -> dict[str, int]:
        """Return a vote that carries, by as many as may vote."""
        against, abstaining = divmod(voters(self.meeting), 5)
        in_favour = voters(self.meeting) - against - abstaining
        return {"in_favour": in_favour, "against": against, "abstaining": abstaining}

    def keep(self, person: Person) -> None:
        """Keep a person's name apart from the log."""
        self._proceedings.keep_person(person)

    def local_time(self, seconds_ago: float) -> str:
        """Return the local time so many seconds ago, as ISO 8601."""
        then = self._clock.now().plus(-round(seconds_ago * 1000))
        return then.utc.astimezone(self.meeting.plan.zone).isoformat(timespec="milliseconds")

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
        """Return a state that is present, and none of these if there is another."""
        there = self.states or self.present
        others = [code for code in there if code not in but]
        return self.chance.choice(others or there)

    @property
    def states(self) -> list[str]:
        """The states that take part, who alone vote and hold offices."""
        plan = self.meeting.plan
        seated = {item.code for item in plan.delegations if item.state}
        return [code for code in self.present if code in seated]

    @property
    def present(self) -> list[str]:
        """The delegations that take part, in the order of the roster."""
        plan, there = self.meeting.plan, self.meeting.checked_in
        return [item.code for item in plan.delegations if item.code in there or not there]
