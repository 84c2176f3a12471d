"""Every word that a person sees: one folder a language, one small catalogue a room.

A key is `file.key`, as in `say("refusals.floor_taken", delegation="Brazil")`. A key that ends in
`_one` beside the plain key is the singular that `count` chooses. Another language is another
folder with the same files: no code changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from tipfloor.words.catalogues import (
    FALLBACK,
    MAY_LACK,
    BrokenWords,
    catalogue,
    lacking,
    lacking_on_screens,
    languages,
)

LANGUAGE = "language"
"""The catalogue of what sentences need of a language."""

OWN_BEHIND = ("_one", "weekday_on_1")
"""How the keys end of what a language has for a few numbers or days only."""

_language = FALLBACK
_chosen = False
_for_now: ContextVar[str | None] = ContextVar("language", default=None)


def speak(chosen: str | None) -> None:
    """Choose the language of everything that is said from now on, English where it has no words.

    None leaves it to the meeting.
    """
    global _language, _chosen
    _language, _chosen = chosen if chosen in languages() else FALLBACK, chosen is not None


def speak_by_default(first: str) -> None:
    """Speak the meeting's first language, where nobody chose another."""
    global _language
    if not _chosen:
        _language = first if first in languages() else FALLBACK


def language() -> str:
    """Return the language in which everything is said at present."""
    return _spoken()


def own_name(code: str) -> str:
    """Return a language's name in itself, with its code; the code alone where it has no words."""
    try:
        with speaking(code):
            return say("export.language", code=code)
    except BrokenWords:
        return code


@contextmanager
def speaking(chosen: str | None) -> Iterator[None]:
    """Say what is said within in another language, in this thread or task only; None changes none.

    It is meant for files, for which every language in `languages` has all the words.
    """
    before = _for_now.set(chosen or _for_now.get())
    try:
        yield
    finally:
        _for_now.reset(before)


def say(key: str, **facts: object) -> str:
    """Return the words for a key with its facts filled in.

    Facts are data: braces or markup within them stay as they are. Raises KeyError for a key
    that no catalogue has.
    """
    template = _template(key)
    return Said.of(_filled(template, facts) if facts else template, key, facts)


def _filled(template: str, facts: dict[str, object]) -> str:
    from tipfloor.words.naming import formed

    made = template.format(**formed(facts, template, _spoken(), of_language))
    return _stopped_once(made) if ".." in made else made


def _stopped_once(made: str) -> str:
    """Return a text in which the stop of an abbreviation, such as "p.m.", ends a sentence too."""
    for half in (of_language("half_am"), of_language("half_pm")):
        if half.endswith("."):
            made = made.replace(f"{half}.", half)
    return made


def of_language(key: str) -> str:
    """Return what sentences need of the language, its own where it has it, empty without."""
    room = catalogue(_spoken(), LANGUAGE)
    if key not in room and f"{LANGUAGE}.{key}" not in MAY_LACK and not key.endswith(OWN_BEHIND):
        room = catalogue(FALLBACK, LANGUAGE)
    return room.get(key, "")


class Said(str):
    """Words that were said, with what they were made of, so that they can be said again."""

    __slots__ = ("facts", "key")
    key: str
    facts: dict[str, object]

    @classmethod
    def of(cls, words: str, key: str, facts: dict[str, object]) -> Said:
        """Return words with their key and facts."""
        made = cls(words)
        made.key, made.facts = key, facts
        return made


def retold(words: str, texts: Mapping[str, str]) -> str:
    """Return words as they are said at present; `texts` are the meeting's own, former to present.

    What nobody said from a catalogue, and no meeting file gives, stays as it is.
    """
    if not isinstance(words, Said):
        return _named_still(words, texts.get(words, words))
    facts = {
        name: retold(fact, texts) if isinstance(fact, str) else fact
        for name, fact in words.facts.items()
    }
    return say(words.key, **facts)


def _named_still(former: str, present: str) -> str:
    """Return a text as the name that it was in another language, so that its forms are found."""
    from tipfloor.core.plan.plan import Name

    return Name.of(former.row, present) if isinstance(former, Name) else present


def count(key: str, number: int, **facts: object) -> str:
    """Return the words for a number of things, singular or plural as the language has it.

    Where the language has a category of its own for it, `key_few` and its like come before `key`.
    """
    chosen = f"{key}_{category(number, of_language('plural'))}"
    return say(chosen if has(chosen) else key, number=number, **facts)


@cache
def category(number: int, runs: str) -> str:
    """Return the plural category of a number by a language's runs of 0 to 199 (CLDR)."""
    place = number if number < 200 else 100 + number % 100
    for run in runs.split():
        name, _, times = run.partition("*")
        place -= int(times)
        if place < 0:
            return name
    return "other"


def has(key: str) -> bool:
    """Tell whether there are words for a key."""
    room, _, name = key.partition(".")
    return name in catalogue(_spoken(), room) or name in catalogue(FALLBACK, room)


def _template(key: str) -> str:
    room, _, name = key.partition(".")
    found = catalogue(_spoken(), room).get(name)
    return catalogue(FALLBACK, room)[name] if found is None else found


def _spoken() -> str:
    return _for_now.get() or _language


__all__ = [
    "BrokenWords",
    "count",
    "has",
    "lacking",
    "lacking_on_screens",
    "language",
    "languages",
    "of_language",
    "own_name",
    "retold",
    "say",
    "speak",
    "speak_by_default",
    "speaking",
]
