"""The keyboard of the desk: keys in their order, each when it can be taken, a sentence never."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual._time import get_time
from textual.app import ScreenStackError
from textual.events import Key, Paste
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tipfloor.core.ground.instant import Instant
from tipfloor.desk.prose import HASTE, Prose, Verdict
from tipfloor.desk.screens.taking_keys import HearsKeys, TakesKeys
from tipfloor.words import say

if TYPE_CHECKING:
    from tipfloor.desk.app import DeskApp

Typed = Key | Paste
Forward = Callable[[Typed], Awaitable[None]]

HOLD = HASTE / 1000
"""Seconds for which a key in haste is held, in case that a sentence follows."""

LATE = 100
"""Milliseconds by which a key was taken late, from which on its own instant is the true one."""


class Keyboard:
    """What was typed and not taken yet, and the key that is being taken."""

    def __init__(self, app: DeskApp, forward: Forward) -> None:
        self.ready = False
        """Whether the desk is drawn: what is typed before waits."""
        self.last = ""
        """The key that was taken last, empty where the mouse came after it."""
        self.lag = _lag
        self._app = app
        self._forward = forward
        self._waiting: list[Typed] = []
        self._prose = Prose()
        self._held: Key | None = None
        self._release: Timer | None = None
        self._pressed: int | None = None
        self._characters = 0

    async def type(self, typed: Typed) -> None:
        """Take in a key or a paste, behind those that wait."""
        self._app.app_focus = True  # a terminal that said it was left is typed at again
        self._characters += isinstance(typed, Key) and typed.is_printable
        self._waiting.append(typed)
        await self.take()

    async def take(self) -> None:
        """Take what waits, as far as the screen on top can."""
        while self._waiting and (top := self._top()) is not None:
            if isinstance(top, HearsKeys) and not top.hears(_name(self._waiting[0])):
                return
            typed = self._waiting.pop(0)
            if isinstance(typed, Key):
                await self._take_key(typed, top)
            else:
                await self._take_paste(typed)

    def pressed(self) -> int:
        """Return when the key that is being taken was pressed, in milliseconds of `ticks`."""
        return self._app.ticks() if self._pressed is None else self._pressed

    def instant(self) -> Instant | None:
        """Return the instant of the key that is being taken where it was taken late, else None."""
        late = self._app.ticks() - self.pressed()
        if late < LATE:
            return None
        speed = self._app.proceedings.meeting.rehearsal_speed or 1
        return self._app.proceedings.now().plus(-round(late * speed))

    def leave_unless_typed(self) -> None:
        """Leave the desk, unless a character comes right behind: then it is a word, not a wish."""
        typed = self._characters

        def leave() -> None:
            if self._characters == typed:
                self._app.exit()

        self._app.set_timer(HOLD, leave)

    def refused(self) -> None:
        """What the key that is being taken asked for was refused."""
        self._prose.refused()

    def pointed(self) -> None:
        """The mouse was used."""
        self.last = ""

    def _top(self) -> Screen[Any] | None:
        with suppress(ScreenStackError):
            return self._app.screen if self.ready else None
        return None

    async def _take_key(self, key: Key, top: Screen[Any]) -> None:
        pressed = self._app.ticks() - self.lag(key)
        deed, going_on = top is self._app.desk, self._prose.going_on
        verdict = self._prose.judge(
            key.key,
            pressed,
            lambda behind, place: _wanted(top, key.key, behind, place),
            character=key.is_printable,
            deed=deed,
        )
        if verdict is Verdict.IGNORE:
            self._drop_held()
            if not going_on:
                self._say_prose(top)
        elif verdict is Verdict.HOLD:
            await self._let_go()
            self._held = key
            self._release = self._app.set_timer(HOLD, self._let_go)
        else:
            await self._let_go()
            await self._do(key, pressed)

    async def _do(self, key: Key, pressed: int) -> None:
        """Let the screen on top have a key, unless it is an answer that wants a second look."""
        top = self._app.screen
        self.last, self._pressed = key.key, pressed
        if isinstance(top, HearsKeys):
            top.pressed(key.key)
        if isinstance(top, TakesKeys) and top.answers(key.key):
            self._prose.answered()
            in_one_go = key.key == "enter" and self._prose.in_one_go
            if in_one_go and top.doubt(chained=self._prose.chained):
                self._prose.in_one_go = 0
                return
            top.deciding()
        try:
            await self._forward(key)
        finally:
            self._pressed = None

    async def _let_go(self) -> None:
        """Do the key that was held: no other came."""
        key, self._held = self._held, None
        self._drop_held()
        if key is not None:
            self._prose.released()
            await self._do(key, self._app.ticks() - self.lag(key))

    def _drop_held(self) -> None:
        self._held = None
        if self._release is not None:
            self._release.stop()
            self._release = None

    async def _take_paste(self, paste: Paste) -> None:
        if isinstance(self._app.focused, Input):
            await self._forward(paste)
        else:
            self._app.desk.notice(say("desk.pasted"), "warning")

    def _say_prose(self, top: Screen[Any]) -> None:
        """Say that a sentence does nothing, and close the choice that its first letter opened."""
        if isinstance(top, TakesKeys) and top.opened_by_prose:
            top.dismiss(None)
        self._app.desk.notice(say("desk.prose"), "warning")


def _lag(key: Key) -> int:
    """Return how many milliseconds ago a key was pressed."""
    return round((get_time() - key.time) * 1000)


def _name(typed: Typed) -> str:
    return typed.key if isinstance(typed, Key) else ""


def _wanted(top: Screen[Any], key: str, behind: str, place: int) -> bool:
    """Tell whether a screen wants a character that came in haste behind another."""
    wants = getattr(top, "wants", None)
    return key == behind if wants is None else bool(wants(key, behind, place))
