"""What stands on the face of the published record, stated at the desk where it is known late."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

import msgspec
from msgspec.structs import replace

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Day, InLanguages, Language, Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.typed import BLACK
from tipfloor.core.plan.programme import Symbol
from tipfloor.core.plan.publication import Distribution, Logo, Paper, PublicationPlan, Template
from tipfloor.core.state.meeting import Meeting

Item = Literal[
    "series",
    "symbol",
    "distribution",
    "original_language",
    "issued_on",
    "sponsor",
    "paper",
    "logo",
    "template",
]
"""What can be stated: the fields of the meeting file's table, in its order."""

ITEMS: tuple[Item, ...] = get_args(Item)

TOLD = "text"


class PublicationStated(Event):
    """One thing on the face of the published record, as a text; without one it is left out."""

    worded: ClassVar[tuple[str, ...]] = (TOLD,)

    kind: Literal["publication_stated"] = "publication_stated"
    item: Item
    text: str | None = None
    translations: InLanguages = {}

    def manner(self) -> Literal["", "none"]:
        """Tell whether it was left out."""
        return "none" if self.text is None else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put it in place of what the plan in force states; what was blacked out is left out."""
        is_left_out = self.text in (None, BLACK)
        read = {} if is_left_out else {self.item: self.text}
        texts = {} if is_left_out else texts_of(self, TOLD)
        value = getattr(msgspec.convert(read, PublicationPlan), self.item)
        stated = with_stated(meeting.plan.publication, self.item, value, texts)
        return meeting.having(plan=replace(meeting.plan, publication=stated))


class StatePublication(Act):
    """State what stands on the face of the published record; what `leave_out` names is left out.

    It can be told at any time, after the closing too.
    """

    needs_words: ClassVar[bool] = True
    worded: ClassVar[tuple[str, ...]] = ("distribution", "sponsor")

    kind: Literal["state_publication"] = "state_publication"
    series: Symbol | None = None
    symbol: Symbol | None = None
    distribution: Distribution | None = None
    original_language: Language | None = None
    issued_on: Day | None = None
    sponsor: Text | None = None
    paper: Paper | None = None
    logo: Logo | None = None
    template: Template | None = None
    leave_out: tuple[Item, ...] = ()
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """State what is another than before."""
        stated, usual = meeting.plan.publication, PublicationPlan()
        found: list[Event] = []
        for item in ITEMS:
            value, before = getattr(self, item), getattr(stated, item)
            texts = texts_of(self, item)
            if value is not None and (value != before or texts != texts_of(stated, item)):
                others = {language: {TOLD: text} for language, text in texts.items()}
                told = PublicationStated(at=now, item=item, text=str(value), translations=others)
                found.append(told)
            elif value is None and item in self.leave_out and before != getattr(usual, item):
                found.append(PublicationStated(at=now, item=item))
        if not found:
            raise Refused("stated_already", Rule.THE_RECORD)
        return found


def texts_of(
    stated: PublicationPlan | StatePublication | PublicationStated, name: str
) -> dict[str, str]:
    """Return what a field is in each language, empty where it is in one alone."""
    others = stated.translations
    return {
        language: told[name]
        for language, told in others.items()
        if told.get(name) not in (None, BLACK)
    }


def with_stated(
    stated: PublicationPlan, item: Item, value: Any, texts: dict[str, str]
) -> PublicationPlan:
    """Return the table with one thing put in place of what it was, in every language."""
    others = {
        language: {name: text for name, text in told.items() if name != item}
        for language, told in stated.translations.items()
    }
    for language, text in texts.items():
        others[language] = {**others.get(language, {}), item: text}
    kept = {language: told for language, told in others.items() if told}
    return replace(stated, **{item: value}, translations=kept)
