"""Every word that a person sees: one folder a language, one small catalogue a room.

A key is `file.key`, as in `say("refusals.floor_taken", delegation="Brazil")`. A key that ends in
`_one` beside the plain key is the singular that `count` chooses. Another language is another
folder with the same files: no code changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources import files

from tipfloor.words.catalogues import FALLBACK, BrokenWords, catalogue, lacking, languages

ZERO_IS_ONE = ("fr", "pt")
"""Languages that say "no thing" in the singular."""

WHOLE = "keys"
"""The catalogue that only a language of the whole program has."""

_language = FALLBACK
_for_now: ContextVar[str | None] = ContextVar("language", default=None)


def speak(chosen: str) -> None:
    """Choose the language of everything that is said from now on.

    English where there are no words for the screens, so that no screen speaks two languages.
    """
    global _language
    whole = files(__package__).joinpath(chosen, f"{WHOLE}.toml")
    _language = chosen if whole.is_file() else FALLBACK


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
    return template.format(**facts) if facts else template


def count(key: str, number: int, **facts: object) -> str:
    """Return the words for a number of things, singular or plural as the language has it."""
    singular = number == 1 or (number == 0 and _spoken() in ZERO_IS_ONE)
    return say(f"{key}_one" if singular else key, number=number, **facts)


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
    "language",
    "languages",
    "own_name",
    "say",
    "speak",
    "speaking",
]
