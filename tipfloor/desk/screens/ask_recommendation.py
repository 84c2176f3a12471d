"""Asking for one recommendation, by its number or by words of its text, which is shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tipfloor.core.state.recommendation import Recommendation
from tipfloor.desk.roles import content
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.line import Line
from tipfloor.standing.sections.recommendation_line import recommendation_line
from tipfloor.words import say
from tipfloor.words.plain import plain


class AskRecommendation(Asking[str | None]):
    """A question answered with a number; `likely` is the answer if nothing is typed."""

    BINDINGS = [("up", "select(-1)", ""), ("down", "select(1)", "")]

    def __init__(
        self, title: str, offered: Sequence[Recommendation], likely: int | None = None
    ) -> None:
        super().__init__(title, say("recommendations.which_hint"))
        self._offered = tuple(offered)
        self._likely = likely
        self._found: tuple[Recommendation, ...] = ()
        self._typed: str | None = None

    def body(self) -> ComposeResult:
        """The line to type in, what it may mean, and the text of the selected one."""
        yield Line()
        matches = Choices(markup=False)
        matches.can_focus = False
        yield matches
        yield Static(id="whole-text")

    def on_mount(self) -> None:
        """Offer them all, the likely one selected."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again at each letter."""
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the selected recommendation."""
        event.stop()
        self._show(event.value)  # Enter can overtake the news of the last letters
        place = self.query_one(OptionList).highlighted
        if place is None or not self._found:
            self.complain(say("recommendations.which_none", typed=plain(event.value)))
        else:
            self.dismiss(str(self._found[place].number))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A double click answers too."""
        event.stop()
        self.dismiss(str(self._found[event.option_index].number))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text of the selected recommendation below the list."""
        text = self._found[event.option_index].text
        self.query_one("#whole-text", Static).update(Content.styled(plain(text), "$text-muted"))

    def action_select(self, by: int) -> None:
        """Move the selection."""
        rows = self.query_one(OptionList)
        if self._found:
            rows.highlighted = ((rows.highlighted or 0) + by) % len(self._found)

    def _show(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._found = matching(self._offered, typed)
        rows = self.query_one(OptionList)
        rows.set_options([Option(content(recommendation_line(item))) for item in self._found])
        numbers = [item.number for item in self._found]
        likely = self._likely if not typed and self._likely in numbers else None
        if numbers:
            rows.highlighted = numbers.index(likely) if likely else 0


def matching(offered: Sequence[Recommendation], typed: str) -> tuple[Recommendation, ...]:
    """Return the recommendations that a text may mean: its number first, then its text."""
    wanted = typed.strip().casefold()
    if wanted.isdecimal():
        begins = [item for item in offered if str(item.number).startswith(wanted)]
        return tuple(sorted(begins, key=lambda item: item.number))
    return tuple(item for item in offered if wanted in item.text.casefold())
