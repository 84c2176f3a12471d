"""Asking for one recommendation, by its number or by words of its text, which is shown."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.state.recommendation import Recommendation
from tipfloor.desk.typed.by_typing import AskByTyping, Meant, Row
from tipfloor.standing.sections.recommendation_line import recommendation_line
from tipfloor.words import say
from tipfloor.words.plain import plain


class AskRecommendation(AskByTyping[int]):
    """A question answered with a number; `likely` is the answer if nothing is typed."""

    READS_BELOW = True

    def __init__(
        self, title: str, offered: Sequence[Recommendation], likely: int | None = None
    ) -> None:
        super().__init__(title, say("recommendations.which_hint"))
        self._offered = tuple(offered)
        self._likely = likely

    def read(self, typed: str, on: frozenset[str]) -> Meant[int]:
        """Return those that a line may mean, the likely one selected, else the first."""
        found = matching(self._offered, typed)
        rows = tuple(Row(recommendation_line(x), x.number, text=plain(x.text)) for x in found)
        numbers = [item.number for item in found]
        likely = not typed and self._likely in numbers
        selected = numbers.index(self._likely) if likely and self._likely else 0
        lacks = say("recommendations.which_none", typed=plain(typed))
        return Meant(rows, None, lacks, selected=selected if numbers else None)


def matching(offered: Sequence[Recommendation], typed: str) -> tuple[Recommendation, ...]:
    """Return the recommendations that a text may mean: its number first, then its text."""
    wanted = typed.strip().casefold()
    if wanted.isdecimal():
        begins = [item for item in offered if str(item.number).startswith(wanted)]
        return tuple(sorted(begins, key=lambda item: item.number))
    return tuple(item for item in offered if wanted in item.text.casefold())
