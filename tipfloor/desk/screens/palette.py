"""The command palette of the desk: what is chosen is what was typed, and it is done once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import unwrap

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.widgets import Input, OptionList

from tipfloor.desk.screens.taking_keys import HearsKeys, Listening

SOON = 0.02
"""Seconds after which it is looked again whether the deeds offered are those typed for."""

LONGEST_CHOICE = 1.0
"""Seconds after which an Enter is taken to have chosen nothing."""


SEARCH: Callable[[CommandPalette, str], Awaitable[None]] = unwrap(CommandPalette._gather_commands)
"""How Textual looks for deeds; it takes for granted that the palette is still there."""


class Palette(HearsKeys, CommandPalette):
    """Every deed by its name; the keys behind the one that chose are for whatever comes next."""

    def __init__(self, hint: str) -> None:
        super().__init__(id="--command-palette", placeholder=hint)
        self._drawn = self._left = self._choosing = False

    def hears(self, key: str) -> bool:
        """Tell whether it takes a key: not before it is drawn, nor while or once it is left.

        An Enter waits until the deeds that are offered are those for what was typed.
        """
        if not self._drawn or self._left or self._choosing:
            return False
        if key == "enter" and not self._offers_what_was_typed():
            self.set_timer(SOON, self._listen)
            return False
        return True

    def pressed(self, key: str) -> None:
        """Take no key behind an Enter that chooses, until the deed is done."""
        if key == "enter" and self.query_one(CommandList).highlighted is not None:
            self._choosing = True
            self.set_timer(LONGEST_CHOICE, self._hear_again)

    def on_descendant_focus(self) -> None:
        """Take what was typed ahead, once there is a line to type in; its cursor stands still.

        A cursor that blinks has the whole line painted twice a second.
        """
        self.query_one(Input).cursor_blink = False
        self._drawn = True
        self._listen()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave once; a second leave would take the desk away."""
        if self._left or self.app.screen is not self:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Look for deeds while there is a list to show them in: one that is left has none."""
        if self.query(CommandList):
            await SEARCH(self, search_value)

    def _offers_what_was_typed(self) -> bool:
        """Tell whether all that was typed was dealt with, and no deeds are being looked for."""
        nodes = (self, *self.walk_children())
        looking = any(worker.node is self and not worker.is_finished for worker in self.workers)
        return not looking and not any(node.message_queue_size for node in nodes)

    def _hear_again(self) -> None:
        """Take keys again where nothing was chosen after all."""
        self._choosing = False
        self._listen()

    def _listen(self) -> None:
        self.app.post_message(Listening())

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _choose_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Keep a second choice, made before the first was dealt with, from a second deed."""
        if self._left:
            event.stop()
            event.prevent_default()
