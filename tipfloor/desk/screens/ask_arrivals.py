"""Asking who arrived: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.core.registration.registration import CheckIn
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import last_stay
from tipfloor.desk.screens.ask_names import AskNames
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall


class AskArrivals(AskNames[tuple[CheckIn, ...] | None]):
    """A question answered with the check-ins, in the order typed; ^t is a designated delegate."""

    BINDINGS = [Binding("ctrl+t", "switch", "", priority=True)]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.check_in"), say("ask.check_in_hint"), meeting.plan)
        self._meeting = meeting
        self._designated = False

    def particulars(self) -> tuple[Widget, ...]:
        """The capacity of the head."""
        return (Static(id="particulars", markup=False),)

    def on_mount(self) -> None:
        """Begin with a national authority."""
        self._show_capacity()

    def answer(self, reading: Reading) -> None:
        """Answer with a check-in of each."""
        if reading.joint:
            self.complain(say("ask.no_for"))
        else:
            self.dismiss(tuple(self._act(item) for item in reading.taken))

    def unknown(self, typed: str) -> str:
        """Say that words mean nobody on the roster."""
        return say("ask.not_on_roster", typed=plain(typed))

    def note(self, item: DelegationPlan) -> str:
        """Return since when a delegation is there."""
        stay = last_stay(self._meeting.attendance, item.code)
        if stay is None or stay.left is not None:
            return ""
        return say("ask.here_since", time=wall(stay.arrived, self._meeting.plan.zone))

    def action_switch(self) -> None:
        """Switch between national authority and designated delegate."""
        self._designated = not self._designated
        self._show_capacity()

    def _act(self, item: DelegationPlan) -> CheckIn:
        capacity = "designated_delegate" if self._designated else None
        return CheckIn.model_validate({"delegation": item.code, "capacity": capacity})

    def _show_capacity(self) -> None:
        mark, style = ("☑", "bold $success") if self._designated else ("☐", "$text-muted")
        words = Content.styled(f"^t {mark} {say('ask.designated')}", style)
        self.query_one("#particulars", Static).update(words)
