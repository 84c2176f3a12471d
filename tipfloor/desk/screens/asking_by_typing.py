"""Asking by a typed line: its meaning below it, rows to choose from, what holds for the answer."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tipfloor.desk.roles import content
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.typed.by_typing import AskByTyping, Meant, Row
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import TypedLine
from tipfloor.words import say

APART = "  "
"""What stands between two switches side by side."""


class AskingByTyping(Asking[Any]):
    """Shows what the line means with each letter.

    An arrow or a click selects among the rows that can be chosen, Enter or a double click chooses;
    without a selected row, Enter answers with what is clear as a whole.
    """

    def __init__(self, question: AskByTyping[Any]) -> None:
        super().__init__(question.title, question.hint)
        self._asked = question
        self._on: frozenset[str] = frozenset()
        self._typed: str | None = None
        self._doubted: str | None = None
        self._meant: Meant[Any] = Meant((), None)
        self.set_class(question.READS_BELOW, "-reads-below")
        for switch in question.SWITCHES:
            # With priority, a key is done with before the next one is looked at.
            self._bindings.bind(switch.key, f"switch('{switch.name}')", priority=True)

    def body(self) -> ComposeResult:
        """The line to type in, what it means, and what holds for the whole answer."""
        yield TypedLine(self._asked.value, self._asked.BETWEEN)
        rows = Choices(markup=False)
        rows.can_focus = False
        yield rows
        if self._asked.SWITCHES:
            yield Static(id="particulars", markup=False)
        if self._asked.READS_BELOW:
            yield Static(id="whole-text", markup=False)

    def on_mount(self) -> None:
        """Show what stands in the line, or what is likely."""
        self._read(self._asked.value)
        self._show_switches()

    def redraw(self) -> None:
        """Lay the switches anew too."""
        super().redraw()
        self._show_switches()

    def complain(self, words: str) -> None:
        """Say what an answer lacks, with room for two lines of it."""
        self.add_class("-lacking")
        super().complain(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the text means."""
        self._read(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the row that is selected, else answer with what is clear."""
        event.stop()
        self._read(event.value)  # Enter can overtake the news of the last letters
        self._enter(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click on a row that can be chosen chooses it; elsewhere it is an Enter."""
        event.stop()
        self._enter(event.option_index)

    def on_option_list_option_highlighted(self) -> None:
        """Show the text of the selected row below the rows."""
        self._show_text()

    def on_typed_line_arrow(self, event: TypedLine.Arrow) -> None:
        """Move the selection among the rows that can be chosen."""
        event.stop()
        self._read(self.query_one(TypedLine).value)  # an arrow can overtake news as well
        rows, by = self.query_one(OptionList), event.by
        places = [place for place, row in enumerate(self._meant.rows) if row.offers]
        if not places:
            rows.scroll_relative(y=by, animate=False)
        elif rows.highlighted in places:
            rows.highlighted = places[(places.index(rows.highlighted) + by) % len(places)]
        else:
            rows.highlighted = places[0 if by > 0 else -1]

    def action_switch(self, name: str) -> None:
        """Switch something that holds for the whole answer on or off."""
        self._on = self._on ^ {name}
        self._show_switches()
        self._meant = self._asked.read(self._typed or "", self._on)

    def _enter(self, place: int | None) -> None:
        row = None if place is None else self._meant.rows[place]
        if row is not None and row.offers:
            self._choose(row)
        elif self._meant.answers is None:
            self.complain(self._meant.lacks)
        elif (self._typed or "").startswith(" ") and self._typed != self._doubted:
            # The space behind a letter that was a word of a sentence, and no key.
            self._doubted = self._typed
            self.complain(say("ask.in_haste"))
        else:
            self.dismiss(self._meant.answers())

    def _choose(self, row: Row[Any]) -> None:
        """Answer with a row, or put its words in the line; a line of these alone is answered."""
        if row.puts is None:
            self.dismiss(row.answers)
            return
        line, alone = self.query_one(TypedLine), self._meant.alone
        begin, end, words = row.puts
        line.value = f"{line.value[:begin]}{words}{line.value[end:]}"
        line.cursor_position = len(line.value)
        self._read(line.value)
        if alone and self._meant.answers is not None:
            self.dismiss(self._meant.answers())
        else:
            self.listen()

    def _read(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._show_hint()
        before, self._meant = self._meant, self._asked.read(typed, self._on)
        if (before.rows, before.selected) != (self._meant.rows, self._meant.selected):
            self._show_rows()

    def _show_hint(self) -> None:
        """Take back what was said of a line that is no longer the same."""
        if self.has_class("-lacking"):
            self.remove_class("-lacking")
            self.show_hint()

    def _show_rows(self) -> None:
        rows = self.query_one(OptionList)
        rows.set_options([Option(content(row.shown)) for row in self._meant.rows])
        rows.highlighted = self._meant.selected
        if self._meant.at_end:
            rows.scroll_end(animate=False)
        self._show_text()

    def _show_text(self) -> None:
        place = self.query_one(OptionList).highlighted
        row = self._meant.rows[place] if place is not None else None
        for shown in self.query("#whole-text").results(Static):
            shown.update(Content.styled(row.text if row else "", "$text-muted"))

    def _show_switches(self) -> None:
        parts: list[Content] = []
        for switch in self._asked.SWITCHES:
            mark, style = (
                ("☑", "bold $success") if switch.name in self._on else ("☐", "$text-muted")
            )
            key = switch.key.replace("ctrl+", "^")
            parts.append(Content.styled(f"{key} {mark} {say(f'ask.{switch.name}')}", style))
        for shown in self.query("#particulars").results(Static):
            shown.update(Content("\n").join(_in_rows(parts, self.room)))


def _in_rows(parts: list[Content], width: int) -> list[Content]:
    """Return contents side by side, as many in a row as fit whole."""
    rows: list[Content] = []
    for part in parts:
        if rows and rows[-1].cell_length + len(APART) + part.cell_length <= width:
            rows[-1] = Content(APART).join([rows[-1], part])
        else:
            rows.append(part)
    return rows
