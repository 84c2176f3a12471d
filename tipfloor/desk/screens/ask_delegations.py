"""Asking for several delegations, or for none."""

from __future__ import annotations

from textual.widgets import Input

from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.desk.screens.ask_names import AskNames
from tipfloor.words import say


class AskDelegations(AskNames[tuple[str, ...] | None]):
    """A question answered with codes in the order typed; nothing typed is nobody.

    `value` stands in the line from the start.
    """

    def __init__(self, title: str, plan: Plan, *, hint: str, value: str = "") -> None:
        super().__init__(title, hint, plan)
        self.value = value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with nobody where nothing is typed."""
        if not event.value.strip():
            event.prevent_default()
            event.stop()
            self.dismiss(())

    def answer(self, reading: Reading) -> None:
        """Answer with the codes of all who are meant."""
        if reading.joint:
            self.complain(say("ask.no_for"))
        else:
            self.dismiss(tuple(item.code for item in reading.taken))
