"""The help: every key of the desk, from the same table as the keys themselves."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from tipfloor.desk.keys import KEYS
from tipfloor.desk.widgets.words import Words
from tipfloor.words import say


class HelpScreen(Screen[None]):
    """The keys, one a line."""

    CSS_PATH = "help.tcss"
    BINDINGS = [Binding("escape,question_mark,q", "dismiss", "", priority=True)]

    def compose(self) -> ComposeResult:
        """The title, the keys, what only the palette has, the hint."""
        yield Words(lambda: Content.styled(say("desk.help"), "bold"), classes="head")
        with VerticalScroll():
            yield Words(lambda: Content("\n").join(_lines()))
        yield Words(lambda: Content.styled(say("desk.help_hint"), "$text-muted"), classes="foot")


def _lines() -> list[Content]:
    from tipfloor.desk.deeds.rooms import WITHOUT_A_KEY

    lines = [Content.assemble((f"{key.shown:>6}  ", "bold $accent"), key.help) for key in KEYS]
    lines += [Content(""), Content.styled(f"        {say('desk.help_palette')}", "$text-muted")]
    lines += [Content(f"        {say(f'keys.{name}_help')}") for name in WITHOUT_A_KEY]
    return lines
