"""Acts with typed texts, each in one language or in several of the meeting's."""

from __future__ import annotations

from typing import TypeVar

from tipfloor.core.ground.act import Act
from tipfloor.core.plan.translations import fields_by_language
from tipfloor.desk.hand import Hand
from tipfloor.words import say

Asked = TypeVar("Asked", bound=Act)


def worded(act: type[Asked], hand: Hand, **fields: object) -> Asked:
    """Return an act of its fields; a text such as "en: Break | es: Pausa" is in two languages."""
    languages = hand.meeting.plan.languages
    return act.model_validate(fields_by_language(fields, act.worded, languages))


def in_languages(hand: Hand) -> str:
    """Return the hint that a text can be typed in several languages; empty where there is one."""
    languages = hand.meeting.plan.languages
    if len(languages) < 2:
        return ""
    return say("ask.in_languages", first=languages[0], second=languages[1])
