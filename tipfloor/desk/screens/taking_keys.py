"""Screens that keys reach one by one: what is typed ahead waits until it can be taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.message import Message

from tipfloor.desk.screens.below import LiesBelow

Answer = TypeVar("Answer")


class Listening(Message):
    """The screen on top can take keys now."""


class HearsKeys:
    """A screen that says when it can be given a key, and which characters it wants."""

    def hears(self, key: str) -> bool:
        """Tell whether a key can be taken now."""
        raise NotImplementedError

    def pressed(self, key: str) -> None:
        """Know that a key is given next."""

    def wants(self, key: str, behind: str, place: int) -> bool:
        """Tell whether a character is meant that came in haste behind another.

        `place` is how many characters have come so, itself included.
        """
        return True


class TakesKeys(HearsKeys, LiesBelow[Answer], Generic[Answer]):
    """A screen with a line or a list that takes keys; it is answered once, whatever is pressed.

    `then` hears the answer, None for none, before any key that was pressed behind it is taken.
    """

    opened_by_prose = False
    """Whether the first letter of a sentence may have opened it, so that a sentence closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.then: Callable[[Answer | None], object] | None = None
        self._listening = False
        self._left = False

    def hears(self, key: str) -> bool:
        """Tell whether a key can be taken now; a focus that was lost comes back first."""
        if self.focused is None and not self._left:
            self._take_focus()
        return self._listening

    def answers(self, key: str) -> bool:
        """Tell whether a key answers: the keys behind it are for whatever comes next."""
        return key == "enter" and self.focused is not None

    def doubt(self, *, chained: bool) -> bool:
        """Tell whether an answer typed without a look at the question is asked for once more.

        `chained` says that the key that asked came in haste behind another one.
        """
        return False

    def deciding(self) -> None:
        """Take no key until the answer was taken, or found wanting."""
        self._listening = False

    def listen(self) -> None:
        """Take keys, those typed ahead first."""
        if not self._listening and not self._left:
            self._listening = True
            self.app.post_message(Listening())

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer, once; a second answer, or one from below, is none."""
        if self._left or self.app.screen is not self:
            return AwaitComplete()
        self._left, self._listening = True, False
        gone = super().dismiss(result)
        if self.then is not None:
            self.then(result)
        return gone

    def on_descendant_focus(self) -> None:
        """Listen once there is a line to type in."""
        self.listen()

    def on_considered(self) -> None:
        """An Enter was dealt with and did not answer: listen again."""
        self.listen()

    def on_screen_resume(self) -> None:
        """What lay on top is gone: what was typed behind it is for this screen."""
        self.app.post_message(Listening())

    def _take_focus(self) -> None:
        for widget in self.query(self.AUTO_FOCUS or "*"):
            if widget.focusable:
                self.set_focus(widget)
                return
