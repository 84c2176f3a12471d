"""The whole text of a recommendation, at the foot of the desk, with its amendments."""

from __future__ import annotations

from tipfloor.desk.question import ReadRecommendation, ReadText
from tipfloor.desk.screens.reading_text import ReadingText
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import fate_text


class ReadingRecommendation(ReadingText):
    """The text as it stands, and as drafted where it was amended."""

    def __init__(self, view: ReadRecommendation) -> None:
        item = view.item
        title = say("recommendations.text", number=item.number, fate=fate_text(item.fate))
        texts = [plain(item.text)]
        if item.amendments:
            texts.append(say("recommendations.text_draft", text=plain(item.draft)))
        super().__init__(ReadText(title, "\n\n".join(texts)))
