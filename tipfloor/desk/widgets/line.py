"""The line in which a question is answered."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from tipfloor.desk.widgets.considered import Considered


class Line(Input):
    """An input that deals with Enter and Backspace in their turn among the letters.

    Several lines that are pasted become one, with a space in place of their ends.
    """

    _between = " "

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

    def _on_paste(self, event: Paste) -> None:
        # Textual keeps the first line alone.
        event.stop()
        event.prevent_default()
        lines = [line.strip() for line in event.text.splitlines()]
        self.replace(self._between.join(line for line in lines if line), *self.selection)


class TypedLine(Line):
    """A line that is read with each letter; an arrow is told in its turn among letters and Enter.

    `between` comes in place of the ends of lines that are pasted.
    """

    @dataclass
    class Arrow(Message):
        """An arrow: by how many rows it moves down, negative for up."""

        by: int

    def __init__(self, value: str, between: str) -> None:
        super().__init__(value, select_on_focus=False)
        self._between = between

    async def _on_key(self, event: Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Arrow(1 if event.key == "down" else -1))
        else:
            await super()._on_key(event)
