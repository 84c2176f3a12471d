"""What a language lacks or mistakes beside the English texts."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from docs.words.made_from import not_confirmed
from docs.words.texts import WHOLE, texts
from tipfloor.words.catalogues import FALLBACK, MAY_LACK
from tipfloor.words.when import FORMS as FORMS_OF_TIMES

FORMS = ("the", "of", "by", "bare", *FORMS_OF_TIMES)
"""The forms of names and of times that a sentence may ask for."""


def facts(text: str) -> set[str] | None:
    """Return the facts that a text asks for, without their forms; None where it cannot be read."""
    try:
        parsed = [*string.Formatter().parse(text)]
    except ValueError:
        return None
    return {name.partition(".")[0] for _, name, _, _ in parsed if name}


def forms(text: str) -> set[str]:
    """Return the forms of names that a text asks for."""
    asked = (name.partition(".")[2] for _, name, _, _ in string.Formatter().parse(text) if name)
    return {form for form in asked if form}


def findings(language: str) -> Iterator[str]:
    """Say what is wrong with a language, a line each."""
    english, own = texts("en"), texts(language)
    for key, text in english.items():
        if key not in own:
            if language in WHOLE and key not in MAY_LACK:
                yield f"{_place(language, key)}: missing: {text}"
        elif not key.startswith("language."):
            yield from _wrong(language, key, text, own[key])
    for key in own.keys() - english.keys():
        if not key.startswith("language."):
            yield f"{_place(language, key)}: no such text in English any more"
    if language != FALLBACK:
        for key, why in not_confirmed(language):
            yield f"{_place(language, key)}: {why}"


def _wrong(language: str, key: str, english: str, own: str) -> Iterator[str]:
    place = _place(language, key)
    asked, given = facts(own), facts(english)
    if asked is None and given is not None:
        yield f"{place}: a brace is not closed"
    elif asked is not None and given is not None:
        strange = asked - given
        if strange:
            yield f"{place}: asks for {', '.join(sorted(strange))}, which the English text has not"
        for form in forms(own) - {*FORMS}:
            yield f"{place}: {form} is no form of a name or a time"
    for pattern, why in SPELLING.get(language, ()):
        if pattern.search(own):
            yield f"{place}: {why}: {own}"


def _place(language: str, key: str) -> str:
    room, _, name = key.partition(".")
    return f"tipfloor/words/{language}/{room}.toml: {name}"


SPELLING = {
    "fr": (
        (re.compile(r"(?<![\u00a0\u202f:/\d ])[;!?»]"), "no no-break space before ; ! ? or »"),
        (re.compile(r" [;:!?»%]"), "a space that breaks before ; : ! ? » or %"),
        (re.compile(r"\w'\w"), "a straight apostrophe"),
    ),
    "es": (
        (re.compile(r"^[^¿]*\?$"), "a question that is not opened by ¿"),
        (re.compile(r"^[^¡]*!$"), "an exclamation that is not opened by ¡"),
    ),
}
