"""The whole text of a recommendation, at the foot of the desk, with its amendments."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tipfloor.desk.question import ReadRecommendation
from tipfloor.desk.screens.asking import Asking
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import fate_text


class ReadingRecommendation(Asking[None]):
    """A text to be read; Escape leads back, Enter too."""

    BINDINGS = [Binding("enter", "dismiss(None)", "", priority=True)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, view: ReadRecommendation) -> None:
        item = view.item
        title = say("recommendations.text", number=item.number, fate=fate_text(item.fate))
        super().__init__(title, say("recommendations.text_hint"))
        self._item = item

    def body(self) -> ComposeResult:
        """The text as it stands, and as drafted where it was amended."""
        texts = [plain(self._item.text)]
        if self._item.amendments:
            texts.append(say("recommendations.text_draft", text=plain(self._item.draft)))
        with VerticalScroll():
            yield Static(Content("\n\n".join(texts)))
