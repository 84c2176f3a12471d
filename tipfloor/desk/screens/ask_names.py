"""The base of the questions in which delegations are typed: nobody is taken on a guess."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tipfloor.core.plan.little_words import BEHALF, LITTLE
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import Part, Reading, read_names
from tipfloor.desk.screens.asking import Answer, Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import NamesLine
from tipfloor.words import say
from tipfloor.words.plain import plain

AMBIGUOUS = LITTLE | {word for word, *more in BEHALF if not more}
"""Codes that are words of a sentence too, and codes only between commas."""

SHOWN_AT_ONCE = 5
"""Rows that the question has room for."""


@dataclass(frozen=True)
class NameRow:
    """A row below the line: what it shows, and the delegation that it offers for a part."""

    shown: Content
    part: Part | None = None
    code: str = ""


class AskNames(Asking[Answer]):
    """A question that shows by code and full name who is meant, and offers whom words may mean.

    An arrow or a click selects among those offered; Enter takes that one, or what is clear as a
    whole.
    """

    def __init__(self, title: str, hint: str, plan: Plan) -> None:
        super().__init__(title, hint)
        self.plan = plan
        plan.lexicon.prepare()
        self._reading = Reading()
        self.value = ""
        """What stands in the line from the start."""
        self._typed: str | None = None
        self._rows: list[NameRow] = []

    def body(self) -> ComposeResult:
        """The line to type in, what it means, and the particulars."""
        yield NamesLine(self.value, select_on_focus=False)
        rows = Choices(markup=False)
        rows.can_focus = False
        yield rows
        yield from self.particulars()

    def particulars(self) -> tuple[Widget, ...]:
        """What else the question shows, below the rows."""
        return ()

    def answer(self, reading: Reading) -> None:
        """Answer with delegations that are clear, or say what the answer lacks."""
        raise NotImplementedError

    def note(self, item: DelegationPlan) -> str:
        """Return what is said beside a delegation."""
        return ""

    def unknown(self, typed: str) -> str:
        """Say that words mean nobody."""
        return say("ask.not_found", typed=plain(typed))

    def likely(self) -> tuple[DelegationPlan, ...]:
        """Return who is offered while nothing is typed."""
        return ()

    def on_mount(self) -> None:
        """Show what stands in the line, or offer who is likely."""
        self._read(self.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the text means."""
        self._read(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the delegation on which an arrow stands, else answer with what is clear."""
        event.stop()
        self._read(event.value)  # Enter can overtake the news of the last letters
        place = self.query_one(OptionList).highlighted
        if place is not None and self._rows[place].code:
            self._choose(self._rows[place])
        elif self._reading.trouble:
            self.complain(self._lacking(self._reading))
        elif not self._reading.taken:
            self.complain(say("ask.no_delegation"))
        else:
            self.answer(self._reading)

    def doubt(self, *, chained: bool) -> bool:
        """Nobody begins a name with a space: in one go behind a key it is a sentence."""
        return super().doubt(chained=chained or self.query_one(NamesLine).value.startswith(" "))

    def complain(self, words: str) -> None:
        """Say what an answer lacks, with room for two lines of it."""
        self.add_class("-lacking")
        super().complain(words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click chooses a delegation that is offered; on what is clear it is an Enter."""
        event.stop()
        row = self._rows[event.option_index]
        if row.code:
            self._choose(row)
        elif self._reading.taken and not self._reading.trouble:
            self.answer(self._reading)

    def on_names_line_arrow(self, event: NamesLine.Arrow) -> None:
        """Move the selection among those offered."""
        event.stop()
        self._read(self.query_one(NamesLine).value)  # an arrow can overtake news as well
        rows, by = self.query_one(OptionList), event.by
        places = [place for place, row in enumerate(self._rows) if row.code]
        if not places:
            rows.scroll_relative(y=by, animate=False)
        elif rows.highlighted in places:
            rows.highlighted = places[(places.index(rows.highlighted) + by) % len(places)]
        else:
            rows.highlighted = places[0 if by > 0 else -1]

    def _choose(self, row: NameRow) -> None:
        """Put the code chosen in place of the words; a line of these words alone is answered."""
        line = self.query_one(NamesLine)
        code = row.code
        if row.part is None:
            self.answer(read_names(self.plan, code))
            return
        if code.lower() in AMBIGUOUS:
            code = f", {code},"
        alone = len(self._reading.parts) == 1
        line.value = f"{line.value[: row.part.start]}{code}{line.value[row.part.end :]}"
        line.cursor_position = len(line.value)
        self._read(line.value)
        if alone and not self._reading.trouble:
            self.answer(self._reading)
        else:
            self.listen()

    def _read(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._show_hint()
        self._reading = read_names(self.plan, typed)
        self._show([*self._offers(), *self._understood()])

    def _show_hint(self) -> None:
        """Take back what was said of a line that is no longer the same."""
        if self.has_class("-lacking"):
            self.remove_class("-lacking")
            self.show_hint()

    def _show(self, rows: list[NameRow]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        options = self.query_one(OptionList)
        options.set_options([Option(row.shown) for row in rows])
        likely = not self._reading.parts and rows and rows[0].code
        options.highlighted = 0 if likely else None
        if not self._reading.unclear:
            options.scroll_end(animate=False)

    def _offers(self) -> list[NameRow]:
        """Return the rows of the first words that are not clear, and of who is likely."""
        if not self._reading.parts and not (self._typed or "").strip():
            return [NameRow(self._line(item), None, item.code) for item in self.likely()]
        if not self._reading.unclear:
            return []
        part, *others = self._reading.unclear
        offers = [NameRow(self._line(item), part, item.code) for item in part.found]
        rows = [NameRow(self._question(part)), *offers]
        return rows + [NameRow(self._question(other)) for other in others]

    def _understood(self) -> list[NameRow]:
        """Return the rows of whom the line names for certain."""
        spoken, behalf = (
            [NameRow(self._line(row)) for row in clear(parts)]
            for parts in (self._reading.speaking, self._reading.behalf)
        )
        if self._reading.joint:
            spoken.append(NameRow(Content.styled(say("ask.on_behalf"), "$text-muted")))
        rows = [*spoken, *behalf]
        return [*rows, *self._number(rows)]

    def _number(self, rows: list[NameRow]) -> list[NameRow]:
        """Return a row that counts them where they are more than the question shows at once."""
        if len(rows) <= SHOWN_AT_ONCE:
            return []
        number = len(clear(self._reading.parts))
        return [NameRow(Content.styled(say("ask.meant", number=number), "$text-muted"))]

    def _question(self, part: Part) -> Content:
        if not part.found:
            return Content.styled("✗ " + self.unknown(part.typed), "$error")
        key = "ask.which_one" if len(part.found) == 1 else "ask.which"
        return Content.styled("? " + say(key, typed=plain(part.typed)), "$warning")

    def _line(self, item: DelegationPlan) -> Content:
        return described(self.plan, item, self.note(item))

    def _lacking(self, reading: Reading) -> str:
        """Say why a line is a question."""
        if reading.trouble != "unclear":
            return say(f"ask.{reading.trouble}")
        part = reading.unclear[0]
        if part.found:
            return say("ask.choose_or_type", typed=plain(part.typed))
        return self.unknown(part.typed)


def clear(parts: tuple[Part, ...]) -> list[DelegationPlan]:
    """Return whom the clear parts among some mean, each once."""
    return list(dict.fromkeys(row for part in parts if part.clear for row in part.found))


def described(plan: Plan, item: DelegationPlan, note: str = "") -> Content:
    """Return a delegation's code and full name, a note, then its names in other languages."""
    name = plan.name_of(item.code)
    others = [plain(other) for other in dict.fromkeys(item.name.each()) if other != name]
    code2 = f" {item.code2}" if item.code2 else ""
    return Content.assemble(
        (item.code, "bold $accent"),
        (code2, "$text-muted"),
        "  ",
        (plain(name), "bold"),
        (f"  {note}" if note else "", "$warning"),
        (f"  {' · '.join(others)}" if others else "", "$text-muted"),
    )
