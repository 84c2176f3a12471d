"""Asking for one delegation, by code or by name in any language."""

from __future__ import annotations

from textual.widgets import Input

from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.desk.screens.ask_names import AskNames
from tipfloor.words import say


class AskDelegation(AskNames[str | None]):
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

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with nobody where nothing is typed and nobody is needed."""
        if not self._needed and not event.value.strip():
            event.prevent_default()
            event.stop()
            self.dismiss("")

    def answer(self, reading: Reading) -> None:
        """Answer with the one delegation that is meant."""
        if len(reading.taken) > 1 or reading.joint:
            self.complain(say("ask.one_only"))
        else:
            self.dismiss(reading.taken[0].code)
