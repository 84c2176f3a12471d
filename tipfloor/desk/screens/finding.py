"""Finding in the log: every line that holds what is typed, accents and case ignored."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from tipfloor.desk.question import Chosen, FindInLog, What
from tipfloor.desk.screens.taking_keys import TakesKeys
from tipfloor.desk.widgets.line import Line as Typed
from tipfloor.desk.widgets.rows import Rows
from tipfloor.desk.widgets.words import Words
from tipfloor.standing.line import Line as Shown
from tipfloor.standing.line import LinesOf
from tipfloor.standing.log_line import log_line
from tipfloor.standing.log_search import LogSearch
from tipfloor.words import say
from tipfloor.words.narration import Line

BETWEEN = 0.002
"""Seconds between two pieces of the log, in which keys and the clock have their turn."""

DOES: dict[str, What] = {"c": "correct", "r": "mark", "s": "name", "b": "black_out"}
"""The keys that act on a chosen row: it is corrected, its remark marked, its speaker named, its
text blacked out.
"""


class FindingInLog(TakesKeys[Chosen | None]):
    """The whole log, narrowed by what is typed; it answers with a row and what is done with it.

    Letters narrow the log until a row is chosen by an arrow or Enter; then those of `DOES` act.
    """

    CSS_PATH = "find.tcss"
    BINDINGS = [
        # With priority, a key is done with before the next one is looked at.
        Binding("escape", "dismiss(None)", "", priority=True),
        ("up", "choose(-1)", ""),
        ("down", "choose(1)", ""),
        ("pageup", "choose(-10)", ""),
        ("pagedown", "choose(10)", ""),
        *(Binding(key, f"do('{what}')", "", priority=True) for key, what in DOES.items()),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, asked: FindInLog) -> None:
        super().__init__()
        self._search, self._as_of = LogSearch(asked.backwards), asked.outlook
        self._found: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """The line to type in, the log, the hint."""
        yield Words(lambda: Content.styled(say("desk.find"), "bold"), classes="head")
        yield Typed(select_on_focus=False)
        rows = Rows()
        rows.can_focus = False
        yield rows
        yield Words(lambda: _hint(say("desk.find_hint")), classes="foot")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the log, and paint it at once, not with the frame behind that of the letter."""
        with self.at_once():
            self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the row on which the cursor stands."""
        event.stop()
        self._show(event.value)  # Enter can overtake the news of the last letters
        self.action_choose(0)

    def on_rows_meant(self, event: Rows.Meant) -> None:
        """A double click or Enter on a row chooses it; the keys of `DOES` alone act."""
        event.stop()
        self.action_choose(0)

    def on_key(self, event: Key) -> None:
        """A letter typed on a row narrows the log again."""
        line = self.query_one(Input)
        if self.focused is line or not event.is_printable:
            return
        event.stop()
        line.focus()
        line.insert_text_at_cursor(event.character or "")

    def on_mount(self) -> None:
        """Show the end of the log, and tell the rest of it between the keys."""
        self._search.go_on()
        self._show("")
        self.run_worker(self._go_on())

    def on_descendant_focus(self) -> None:
        """Say which keys there are: for the line, or for a row."""
        on_line = self.focused is self.query_one(Input)
        words = say("desk.find_hint") if on_line else say("desk.find_row_hint")
        self.query_one(".foot", Static).update(_hint(words))

    def action_choose(self, by: int) -> None:
        """Choose a row so many lines away."""
        rows = self.query_one(Rows)
        if not self._found:
            return
        rows.action_move(by)
        rows.can_focus = True
        rows.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """A letter acts on a chosen row only; in the line it is a letter."""
        return action != "do" or self.focused is self.query_one(Rows)

    def action_do(self, what: What) -> None:
        """Leave, to do something with what the chosen row is about."""
        place = self.query_one(Rows).highlighted
        if self._found and place is not None:
            self.dismiss((what, self._found[place].position))

    async def _go_on(self) -> None:
        while not self._search.is_whole:
            await asyncio.sleep(BETWEEN)
            older = self._search.go_on()
            place = self.query_one(Rows).highlighted
            if older or self._search.is_whole:
                self._list(None if place is None else place + older)

    def _show(self, typed: str) -> None:
        self._search.seek(typed)
        self._list(None)

    def _list(self, place: int | None) -> None:
        """Show what is found by now, with the row at a place chosen, else the newest."""
        self._found = found = self._search.found
        width = max(20, self.app.size.width - 4)
        lines: Sequence[Shown] = LinesOf(found, lambda line: log_line(line, self._as_of, width))
        if not found:
            none = say("desk.find_none") if self._search.is_whole else "…"
            lines = (Shown.of((none, "quiet")),)
        newest = len(found) - 1
        chosen = newest if place is None else min(place, newest)
        self.query_one(Rows).show(lines, chosen if found else None)


def _hint(words: str) -> Content:
    return Content.styled(words, "$text-muted")
