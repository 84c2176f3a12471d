"""Asking who arrived: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.core.registration.registration import CheckIn
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import last_stay
from tipfloor.desk.typed.by_typing import Switch
from tipfloor.desk.typed.names import AskNames
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall


class AskArrivals(AskNames[tuple[CheckIn, ...]]):
    """A question answered with the check-ins, in the order typed; ^t is a designated delegate."""

    SWITCHES = (Switch("ctrl+t", "designated"),)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.check_in"), say("ask.check_in_hint"), meeting.plan)
        self._meeting = meeting

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
        capacity = "designated_delegate" if "designated" in on else None
        fields = ({"delegation": item.code, "capacity": capacity} for item in reading.taken)
        return tuple(map(CheckIn.model_validate, fields))
