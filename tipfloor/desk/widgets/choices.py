"""A list to choose from: a click selects a row, a double click or Enter means it."""

from __future__ import annotations

from textual.events import Click, Key
from textual.widgets import OptionList

from tipfloor.desk.widgets.considered import Considered

DOUBLE = 2
"""Clicks on one spot in quick succession that mean the row; further ones mean nothing."""


class Choices(OptionList):
    """Rows of which one is selected; `OptionSelected` says that one is meant."""

    async def _on_key(self, event: Key) -> None:
        # As a binding, Enter would first rise to the app, and keys typed behind it overtake.
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_select()
            self.post_message(Considered())

    async def _on_click(self, event: Click) -> None:
        event.prevent_default()
        place: int | None = event.style.meta.get("option")
        if place is None or self.get_option_at_index(place).disabled:
            return
        meant = event.chain == DOUBLE and place == self.highlighted
        self.highlighted = place
        if meant:
            self.action_select()
