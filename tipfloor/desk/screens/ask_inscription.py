"""Asking who is to be inscribed: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.screens.ask_names import AskNames
from tipfloor.words import say


@dataclass
class Particulars:
    """What holds for every delegation of one inscription."""

    general_report: bool = False
    designated: bool = False
    reply: bool = False


class AskInscription(AskNames[tuple[Inscribe, ...] | None]):
    """A question answered with the acts of inscription, in the order typed.

    "jam for atg bhs" inscribes Jamaica on behalf of the two others.
    """

    BINDINGS = [
        Binding("ctrl+g", "switch('general_report')", "", priority=True),
        Binding("ctrl+t", "switch('designated')", "", priority=True),
        Binding("ctrl+r", "switch('reply')", "", priority=True),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.inscribe"), say("ask.inscribe_hint"), meeting.plan)
        self._meeting = meeting
        self._particulars = Particulars()

    def particulars(self) -> tuple[Widget, ...]:
        """What holds for each."""
        return (Static(id="particulars", markup=False),)

    def on_mount(self) -> None:
        """Begin with none of the particulars."""
        self._show_particulars()

    def answer(self, reading: Reading) -> None:
        """Answer with an act for each who speaks."""
        behalf = tuple(item.code for item in reading.on_behalf_of)
        self.dismiss(tuple(self._act(item, behalf) for item in reading.taken))

    def note(self, item: DelegationPlan) -> str:
        """Return at which place a delegation waits already."""
        speakers = self._meeting.speakers()
        waiting = speakers.of(item.code)
        return say("ask.waits", place=speakers.place_of(waiting)) if waiting else ""

    def action_switch(self, name: str) -> None:
        """Switch a particular on or off."""
        setattr(self._particulars, name, not getattr(self._particulars, name))
        self._show_particulars()

    def _act(self, item: DelegationPlan, behalf: tuple[str, ...]) -> Inscribe:
        said = self._particulars
        return Inscribe(
            delegation=item.code,
            on_behalf_of=behalf,
            general_report=said.general_report,
            capacity="designated_delegate" if said.designated else None,
            remark_kind="reply" if said.reply else "remark",
        )

    def _show_particulars(self) -> None:
        parts: list[Content] = []
        for name, key in (("general_report", "^g"), ("designated", "^t"), ("reply", "^r")):
            on = getattr(self._particulars, name)
            sign, style = ("☑", "bold $success") if on else ("☐", "$text-muted")
            parts.append(Content.styled(f"{key} {sign} {say(f'ask.{name}')}", style))
        self.query_one("#particulars", Static).update(Content("   ").join(parts))
