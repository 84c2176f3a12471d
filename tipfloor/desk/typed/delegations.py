"""Asking for one delegation, or for several or none, by code or by name in any language."""

from __future__ import annotations

from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.desk.typed.by_typing import Meant
from tipfloor.desk.typed.names import AskNames
from tipfloor.words import say


class AskDelegation(AskNames[str]):
    """A question answered with a delegation's code; `likely` is the answer if nothing is typed.

    The `second` stands below it. Where none is `needed` an empty answer means nobody.
    """

    def __init__(
        self,
        title: str,
        plan: Plan,
        likely: str | None = None,
        second: str | None = None,
        *,
        hint: str = "",
        needed: bool = True,
    ) -> None:
        super().__init__(title, hint or say("ask.delegation"), plan)
        self._needed = needed
        offered = [plan.delegation(code) for code in (likely, second) if code]
        self._likely = tuple(row for row in offered if row)

    def likely(self) -> tuple[DelegationPlan, ...]:
        """Return the answer that Enter alone gives, and the second one."""
        return self._likely

    def read(self, typed: str, on: frozenset[str]) -> Meant[str]:
        """Return nobody where nothing is typed and nobody is needed."""
        if not self._needed and not typed.strip():
            return Meant((), lambda: "")
        return super().read(typed, on)

    def objection(self, reading: Reading) -> str:
        """Several are no answer."""
        several = len(reading.taken) > 1 or reading.joint
        return say("ask.one_only") if several else ""

    def answer(self, reading: Reading, on: frozenset[str]) -> str:
        """Return the code of the one delegation that is meant."""
        return reading.taken[0].code


class AskDelegations(AskNames[tuple[str, ...]]):
    """A question answered with codes in the order typed; nothing typed is nobody."""

    def __init__(self, title: str, plan: Plan, *, hint: str, value: str = "") -> None:
        super().__init__(title, hint, plan, value)

    def read(self, typed: str, on: frozenset[str]) -> Meant[tuple[str, ...]]:
        """Return nobody where nothing is typed."""
        return super().read(typed, on) if typed.strip() else Meant((), tuple)

    def objection(self, reading: Reading) -> str:
        """Some on behalf of others are no answer."""
        return say("ask.no_for") if reading.joint else ""

    def answer(self, reading: Reading, on: frozenset[str]) -> tuple[str, ...]:
        """Return the codes of all who are meant."""
        return tuple(item.code for item in reading.taken)
