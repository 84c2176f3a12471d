"""Asking for one delegation, by code or by name in any language."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tipfloor.core.plan.lookup import find
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import Line
from tipfloor.words import say
from tipfloor.words.plain import plain


class AskDelegation(Asking[str | None]):
    """A question answered with a delegation's code; `likely` is the answer if nothing is typed.

    Where none is `needed` an empty answer means nobody.
    """

    BINDINGS = [("up", "select(-1)", ""), ("down", "select(1)", "")]

    def __init__(
        self,
        title: str,
        plan: Plan,
        likely: str | None = None,
        *,
        hint: str = "",
        needed: bool = True,
    ) -> None:
        super().__init__(title, hint or say("ask.delegation"))
        self._needed = needed
        self._plan = plan
        self._likely = plan.delegation(likely) if likely else None
        self._found: tuple[DelegationPlan, ...] = ()
        self._typed: str | None = None

    def body(self) -> ComposeResult:
        """The line to type in, and what it may mean."""
        yield Line(max_length=80)
        matches = Choices(markup=False)
        matches.can_focus = False
        yield matches

    def on_mount(self) -> None:
        """Offer the likely answer."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again at each letter."""
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the selected delegation."""
        event.stop()
        self._show(event.value)  # Enter can overtake the news of the last letters
        place = self.query_one(OptionList).highlighted
        if not self._needed and not event.value.strip():
            self.dismiss("")
        elif place is None or not self._found:
            self.complain(say("ask.no_delegation"))
        else:
            self.dismiss(self._found[place].code)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click answers too."""
        event.stop()
        self.dismiss(self._found[event.option_index].code)

    def action_select(self, by: int) -> None:
        """Move the selection."""
        rows = self.query_one(OptionList)
        if self._found:
            rows.highlighted = ((rows.highlighted or 0) + by) % len(self._found)

    def _show(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        likely = (self._likely,) if self._likely else ()
        self._found = find(self._plan, typed) if typed.strip() else likely
        rows = self.query_one(OptionList)
        rows.set_options([Option(described(self._plan, item)) for item in self._found])
        rows.highlighted = 0 if self._found else None


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
