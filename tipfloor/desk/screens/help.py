"""The help: every key of the desk, and every deed without one; typing narrows it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import Screen

from tipfloor.desk.called import called, found
from tipfloor.desk.keys import KEYS
from tipfloor.desk.screens.offering import SHOWN, offered
from tipfloor.desk.widgets.words import Words
from tipfloor.words import say


class HelpScreen(Screen[None]):
    """The keys, one a line; by a few words, those deeds that people call so."""

    CSS_PATH = "help.tcss"
    BINDINGS = [Binding("escape,question_mark", "dismiss", "", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The title with what is typed, the keys, what only the palette has, the hint."""
        yield Words(self._head, classes="head")
        with VerticalScroll():
            yield Words(lambda: Content("\n").join(_lines(self._typed)), classes="lines")
        yield Words(lambda: Content.styled(say("desk.help_hint"), "$text-muted"), classes="foot")

    def wants(self, key: str, behind: str, place: int) -> bool:
        """What is typed in haste is a word that is looked for."""
        return True

    def on_key(self, event: Key) -> None:
        """A character narrows the help, backspace widens it again."""
        if event.is_printable and event.character:
            self._typed += event.character
        elif event.key == "backspace":
            self._typed = self._typed[:-1]
        else:
            return
        event.stop()
        for part in self.query(Words):
            part.retell()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _head(self) -> Content:
        typed = (f"  {self._typed}", "bold $accent") if self._typed else ""
        return Content.assemble((say("desk.help"), "bold"), typed)


def _lines(typed: str) -> list[Content]:
    if typed.strip():
        names = found(typed, [called(name) for name in offered()])
        return [_line(name) for name in names] or [Content(f"        {say('desk.help_none')}")]
    keys = [key.action for key in KEYS]
    lines = [_line(name) for name in keys]
    lines += [Content(""), Content.styled(f"        {say('desk.help_palette')}", "$text-muted")]
    return lines + [_line(name) for name in offered() if name not in keys]


def _line(name: str) -> Content:
    shown = SHOWN.get(name, "")
    return Content.assemble((f"{shown:>6}  ", "bold $accent"), say(f"keys.{name}_help"))
