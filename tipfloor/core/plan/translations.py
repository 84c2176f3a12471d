"""Texts in several languages: the first language's in its field, and all of them beside the fields.

A row keeps what its texts are in each language in `translations`, so that whoever reads a field has
a text; a text that was given in one language is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.fields import InLanguages

IN_OTHERS = "translations"
"""The field of a row in which its texts in other languages stand."""

LANGUAGE = re.compile("[a-z]{2,3}")
"""The code of a language, ISO 639."""

_MARKED = re.compile(r"\s*([a-z]{2,3})\s*:\s*(.*\S)\s*", re.DOTALL)


class Worded(Protocol):
    """A row with texts that may be given in several languages: its `worded` fields."""

    worded: ClassVar[tuple[str, ...]]

    @property
    def translations(self) -> InLanguages:
        """What its texts are in each language."""


Row = TypeVar("Row", bound=Worded)


def told_in(row: Row, language: str, first: str) -> Row:
    """Return a row with its texts in a language, those of the first where it has none in it."""
    others = row.translations
    told = {name: text for name, text in others.get(language, {}).items() if name in row.worded}
    if not told:
        return row
    former = {name: getattr(row, name) for name in told}
    kept = {**others, first: {**others.get(first, {}), **former}}
    return _changed(row, **told, translations=kept)


def put_right(row: Row, **fields: Any) -> Row:
    """Return a row with other texts, which nobody has given in other languages."""
    other = {name for name, text in fields.items() if getattr(row, name) != text}
    kept = {
        language: {name: text for name, text in texts.items() if name not in other}
        for language, texts in row.translations.items()
    }
    return _changed(row, **fields, translations=kept) if other else row


def _changed(row: Row, **fields: Any) -> Row:
    assert isinstance(row, Struct)
    return replace(row, **fields)


def parted(texts: Mapping[str, str], first: str) -> tuple[str, dict[str, str]]:
    """Part a text by language into the one that stands for all and what each language has.

    It is that of the first language, or where that has none of another.
    """
    return texts.get(first) or next(iter(texts.values())), dict(texts)


def fields_by_language(
    fields: Mapping[str, Any], worded: Sequence[str], languages: Sequence[str]
) -> dict[str, Any]:
    """Return the fields of an act with its texts in each language apart.

    A text may be a table by language; a typed one may name each language before its part.
    """
    plain, others = {**fields}, dict[str, dict[str, str]]()
    for name in worded:
        given = fields.get(name)
        texts = by_language(given, languages) if isinstance(given, str) else given
        if not isinstance(texts, Mapping) or not texts or not _sound(texts):
            continue
        plain[name], more = parted(texts, languages[0])
        for language, text in more.items():
            others.setdefault(language, {})[name] = text
    return {**plain, IN_OTHERS: others} if others else plain


def _sound(texts: Mapping[Any, Any]) -> bool:
    return all(
        isinstance(key, str) and LANGUAGE.fullmatch(key) and isinstance(text, str) and text.strip()
        for key, text in texts.items()
    )


def by_language(text: str, languages: Sequence[str]) -> dict[str, str] | None:
    """Read a typed text such as "en: Break | es: Pausa"; None where it is in one language.

    Every part begins with one of the meeting's languages, each of them once.
    """
    found = [_MARKED.fullmatch(part) for part in text.split("|")]
    if not all(part and part[1] in languages for part in found):
        return None
    texts = {part[1]: part[2] for part in found if part}
    return texts if len(texts) == len(found) else None
