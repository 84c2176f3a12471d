"""Asking who is to be inscribed: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.plan.lookup import Phrase, phrases
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.screens.ask_delegation import described
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import Line
from tipfloor.words import say
from tipfloor.words.plain import plain


@dataclass
class Particulars:
    """What holds for every delegation of one inscription."""

    general_report: bool = False
    designated: bool = False
    reply: bool = False


class AskInscription(Asking[tuple[Inscribe, ...] | None]):
    """A question answered with the acts of inscription, in the order typed.

    "jam for atg bhs" inscribes Jamaica on behalf of the two others.
    """

    BINDINGS = [
        ("up", "select(-1)", ""),
        ("down", "select(1)", ""),
        ("ctrl+g", "switch('general_report')", ""),
        ("ctrl+t", "switch('designated')", ""),
        ("ctrl+r", "switch('reply')", ""),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.inscribe"), say("ask.inscribe_hint"))
        self._meeting = meeting
        self._speaking: tuple[Phrase, ...] = ()
        self._behalf: tuple[Phrase, ...] = ()
        self._particulars = Particulars()
        self._typed = ""

    def body(self) -> ComposeResult:
        """The line to type in, what it means, and the particulars."""
        yield Line(max_length=200)
        rows = Choices(markup=False)
        rows.can_focus = False
        yield rows
        yield Static(id="particulars", markup=False)

    def on_mount(self) -> None:
        """Begin with nothing typed."""
        self._show_particulars()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the text means."""
        self._read(event.value)

    def _read(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        speaking, _, behalf = f" {typed} ".partition(f" {say('ask.for')} ")
        self._speaking = phrases(self._meeting.plan, speaking)
        self._behalf = phrases(self._meeting.plan, behalf)
        rows = self.query_one(OptionList)
        rows.set_options([Option(line) for line in self._lines()])
        rows.highlighted = 0 if self._choosing else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer once every word names a delegation."""
        event.stop()
        self._read(event.value)  # Enter can overtake the news of the last letters
        lost = [p.typed for p in (*self._speaking, *self._behalf) if not p.found]
        if lost:
            self.complain(say("ask.not_found", typed=plain(" ".join(lost))))
        elif not self._speaking:
            self.complain(say("ask.no_delegation"))
        elif self._behalf and len(self._speaking) > 1:
            self.complain(say("ask.one_for_many"))
        else:
            self.dismiss(tuple(self._act(item) for item in self._chosen()))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click on one of several candidates inscribes it."""
        event.stop()
        if self._choosing:
            self.dismiss((self._act(self._speaking[0].found[event.option_index]),))

    def action_select(self, by: int) -> None:
        """Move the selection among candidates."""
        rows = self.query_one(OptionList)
        if self._choosing and rows.option_count:
            rows.highlighted = ((rows.highlighted or 0) + by) % rows.option_count

    def action_switch(self, name: str) -> None:
        """Switch a particular on or off."""
        setattr(self._particulars, name, not getattr(self._particulars, name))
        self._show_particulars()

    @property
    def _choosing(self) -> bool:
        """Whether one phrase was typed, so that its candidates are offered."""
        return len(self._speaking) == 1 and not self._behalf and bool(self._speaking[0].found)

    def _chosen(self) -> list[DelegationPlan]:
        if self._choosing:
            return [self._speaking[0].found[self.query_one(OptionList).highlighted or 0]]
        return [phrase.found[0] for phrase in self._speaking]

    def _act(self, item: DelegationPlan) -> Inscribe:
        said = self._particulars
        return Inscribe(
            delegation=item.code,
            on_behalf_of=tuple(phrase.found[0].code for phrase in self._behalf),
            general_report=said.general_report,
            capacity="designated_delegate" if said.designated else None,
            remark_kind="reply" if said.reply else "remark",
        )

    def _lines(self) -> list[Content]:
        if self._choosing:
            return [self._line(item) for item in self._speaking[0].found]
        lines = [self._phrase(phrase) for phrase in self._speaking]
        if self._behalf:
            lines.append(Content.styled(say("ask.on_behalf"), "$text-muted"))
        return [*lines, *(self._phrase(phrase) for phrase in self._behalf)]

    def _phrase(self, phrase: Phrase) -> Content:
        if phrase.found:
            return self._line(phrase.found[0])
        return Content.styled("✗ " + say("ask.not_found", typed=plain(phrase.typed)), "$error")

    def _line(self, item: DelegationPlan) -> Content:
        speakers = self._meeting.speakers()
        waiting = speakers.of(item.code)
        place = say("ask.waits", place=speakers.place_of(waiting)) if waiting else ""
        return described(self._meeting.plan, item, place)

    def _show_particulars(self) -> None:
        parts: list[Content] = []
        for name, key in (("general_report", "^g"), ("designated", "^t"), ("reply", "^r")):
            on = getattr(self._particulars, name)
            sign, style = ("☑", "bold $success") if on else ("☐", "$text-muted")
            parts.append(Content.styled(f"{key} {sign} {say(f'ask.{name}')}", style))
        self.query_one("#particulars", Static).update(Content("   ").join(parts))
