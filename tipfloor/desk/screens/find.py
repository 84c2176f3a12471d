"""Finding in the log: every line that holds what is typed, accents and case ignored."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tipfloor.core.lookup import fold_text
from tipfloor.desk.outlook import Outlook
from tipfloor.desk.widgets.record_tail import log_line
from tipfloor.words import say
from tipfloor.words.narration import Line

MOST_SHOWN = 500
"""Lines shown at once, the newest last: more than anyone scrolls through with the chair waiting."""


class FindInLog(Screen[None]):
    """The whole log, narrowed by what is typed."""

    CSS_PATH = "find.tcss"
    BINDINGS = [
        ("escape", "dismiss", ""),
        ("up", "scroll(-1)", ""),
        ("down", "scroll(1)", ""),
        ("pageup", "scroll(-10)", ""),
        ("pagedown", "scroll(10)", ""),
    ]
    AUTO_FOCUS = "Input"

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The line to type in, the log, the hint."""
        yield Static(Content.styled(say("desk.find"), "bold"), classes="head")
        yield Input(max_length=100)
        rows = OptionList(markup=False)
        rows.can_focus = False
        yield rows
        yield Static(Content.styled(say("desk.find_hint"), "$text-muted"), classes="foot")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the log."""
        self._show(event.value)

    def watch_outlook(self, before: Outlook | None, after: Outlook | None) -> None:
        """Show the log once it is known where the meeting stands."""
        if before is None and after is not None:
            self._show("")

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        rows = self.query_one(OptionList)
        if rows.option_count:
            last = rows.option_count - 1
            rows.highlighted = max(0, min(last, (rows.highlighted or 0) + by))

    def _show(self, typed: str) -> None:
        if self.outlook is None or not self.is_mounted:
            return
        wanted = fold_text(typed)
        found = [line for line in self._lines if wanted in fold_text(line.text)][-MOST_SHOWN:]
        rows, width = self.query_one(OptionList), max(20, self.size.width - 4)
        rows.set_options([Option(log_line(line, self.outlook, width)) for line in found])
        if not found:
            rows.add_option(Option(say("desk.find_none"), disabled=True))
        else:
            rows.highlighted = len(found) - 1
