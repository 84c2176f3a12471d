"""Asking who arrived: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tipfloor.core.plan.lookup import Phrase, phrases
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.registration.registration import CheckIn
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import last_stay
from tipfloor.desk.screens.ask_delegation import described
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import Line
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall


class AskArrivals(Asking[tuple[CheckIn, ...] | None]):
    """A question answered with the check-ins, in the order typed; ^t is a designated delegate."""

    BINDINGS = [
        ("up", "select(-1)", ""),
        ("down", "select(1)", ""),
        ("ctrl+t", "switch", ""),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.check_in"), say("ask.check_in_hint"))
        self._meeting = meeting
        self._arriving: tuple[Phrase, ...] = ()
        self._designated = False
        self._typed = ""

    def body(self) -> ComposeResult:
        """The line to type in, what it means, and the capacity of the head."""
        yield Line(max_length=200)
        rows = Choices(markup=False)
        rows.can_focus = False
        yield rows
        yield Static(id="particulars", markup=False)

    def on_mount(self) -> None:
        """Begin with a national authority."""
        self._show_capacity()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the text means."""
        self._read(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer once every word names a delegation."""
        event.stop()
        self._read(event.value)  # Enter can overtake the news of the last letters
        lost = [phrase.typed for phrase in self._arriving if not phrase.found]
        if lost:
            self.complain(say("ask.not_on_roster", typed=plain(" ".join(lost))))
        elif not self._arriving:
            self.complain(say("ask.no_delegation"))
        else:
            self.dismiss(tuple(self._act(item) for item in self._chosen()))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click on one of several candidates checks it in."""
        event.stop()
        if self._choosing:
            self.dismiss((self._act(self._arriving[0].found[event.option_index]),))

    def action_select(self, by: int) -> None:
        """Move the selection among candidates."""
        rows = self.query_one(OptionList)
        if self._choosing and rows.option_count:
            rows.highlighted = ((rows.highlighted or 0) + by) % rows.option_count

    def action_switch(self) -> None:
        """Switch between national authority and designated delegate."""
        self._designated = not self._designated
        self._show_capacity()

    @property
    def _choosing(self) -> bool:
        """Whether one phrase was typed, so that its candidates are offered."""
        return len(self._arriving) == 1 and bool(self._arriving[0].found)

    def _read(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._arriving = phrases(self._meeting.plan, typed)
        found = self._arriving[0].found if self._choosing else ()
        lines = [self._line(item) for item in found] or [*map(self._phrase, self._arriving)]
        rows = self.query_one(OptionList)
        rows.set_options([Option(line) for line in lines])
        rows.highlighted = 0 if self._choosing else None

    def _chosen(self) -> list[DelegationPlan]:
        if self._choosing:
            return [self._arriving[0].found[self.query_one(OptionList).highlighted or 0]]
        return [phrase.found[0] for phrase in self._arriving]

    def _act(self, item: DelegationPlan) -> CheckIn:
        capacity = "designated_delegate" if self._designated else None
        return CheckIn.model_validate({"delegation": item.code, "capacity": capacity})

    def _phrase(self, phrase: Phrase) -> Content:
        if phrase.found:
            return self._line(phrase.found[0])
        return Content.styled("✗ " + say("ask.not_found", typed=plain(phrase.typed)), "$error")

    def _line(self, item: DelegationPlan) -> Content:
        stay = last_stay(self._meeting.attendance, item.code)
        if stay is None or stay.left is not None:
            return described(self._meeting.plan, item)
        since = wall(stay.arrived, self._meeting.plan.zone)
        return described(self._meeting.plan, item, say("ask.here_since", time=since))

    def _show_capacity(self) -> None:
        mark, style = ("☑", "bold $success") if self._designated else ("☐", "$text-muted")
        words = Content.styled(f"^t {mark} {say('ask.designated')}", style)
        self.query_one("#particulars", Static).update(words)
