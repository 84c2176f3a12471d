"""The line in which a question is answered."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input

from tipfloor.desk.widgets.considered import Considered


class Line(Input):
    """An input that deals with Enter and Backspace in their turn among the letters."""

    async def _on_key(self, event: Key) -> None:
        # As bindings, they would first rise to the app, and letters typed behind them overtake.
        if event.key not in ("enter", "backspace"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            await self.action_submit()
            self.post_message(Considered())
        else:
            self.action_delete_left()
