"""Asking who arrived: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.typed_names import Reading, read_names
from tipfloor.core.registration.registration import CheckIn
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import last_stay
from tipfloor.desk.typed.by_typing import Meant, Row, Switch
from tipfloor.desk.typed.everyone import excepted
from tipfloor.desk.typed.names import AskNames
from tipfloor.standing.line import Line
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall


class AskArrivals(AskNames[tuple[CheckIn, ...]]):
    """A question answered with the check-ins, in the order typed; ^t is a designated delegate.

    Everyone who is not here yet can be meant at once, or everyone but some.
    """

    SWITCHES = (Switch("ctrl+t", "designated"),)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.check_in"), say("ask.check_in_hint"), meeting.plan)
        self._meeting = meeting

    def read(self, typed: str, on: frozenset[str]) -> Meant[tuple[CheckIn, ...]]:
        """Return everyone who is not here yet where the line says so, and no delegation's name."""
        but = excepted(typed)
        if but is None or not read_names(self.plan, typed).trouble:
            return super().read(typed, on)
        return self._everyone(but, on)

    def _everyone(self, but: str, on: frozenset[str]) -> Meant[tuple[CheckIn, ...]]:
        """Return everyone but whom a line names, as far as that is clear."""
        reading = read_names(self.plan, but)
        away = [item for item in self.plan.delegations if item.code not in self._meeting.checked_in]
        meant = [item for item in away if item not in reading.taken]
        lacks = self._lacking(reading) if but else ""
        if not lacks and not meant:
            lacks = say("ask.everyone_here")
        rows = [Row[tuple[CheckIn, ...]](Line.of(count("ask.everyone", len(meant))))]
        if but:
            rows.append(Row(Line.of((say("ask.everyone_but"), "quiet"))))
            rows += [*self._offers(reading), *self._understood(reading)]
        answers = None if lacks else lambda: self._check_ins(meant, on)
        return Meant(tuple(rows), answers, lacks, alone=False, at_end=not reading.unclear)

    def objection(self, reading: Reading) -> str:
        """Nobody arrives on behalf of others."""
        return say("ask.no_for") if reading.joint else ""

    def unknown(self, typed: str) -> str:
        """Say that words mean nobody on the roster."""
        return say("ask.not_on_roster", typed=plain(typed))

    def note(self, item: DelegationPlan) -> str:
        """Return since when a delegation is there."""
        stay = last_stay(self._meeting.attendance, item.code)
        if stay is None or stay.left is not None:
            return ""
        return say("ask.here_since", time=wall(stay.arrived, self._meeting.plan.zone))

    def answer(self, reading: Reading, on: frozenset[str]) -> tuple[CheckIn, ...]:
        """Return a check-in of each."""
        return self._check_ins(reading.taken, on)

    def _check_ins(
        self, arrived: Iterable[DelegationPlan], on: frozenset[str]
    ) -> tuple[CheckIn, ...]:
        capacity = "designated_delegate" if "designated" in on else None
        fields = ({"delegation": item.code, "capacity": capacity} for item in arrived)
        return tuple(map(CheckIn.model_validate, fields))
