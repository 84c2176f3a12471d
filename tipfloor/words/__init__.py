"""Every word that a person sees: one folder a language, one small catalogue a room.

A key is `file.key`, as in `say("refusals.floor_taken", delegation="Brazil")`. A key that ends in
`_one` beside the plain key is the singular that `count` chooses. Another language is another
folder with the same files: no code changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FALLBACK = "en"

ZERO_IS_ONE = ("fr", "pt")
"""Languages that say "no thing" in the singular."""

WHOLE = "keys"
"""The catalogue that only a language of the whole program has."""

OF_FILES = "export"
"""The catalogue that every language of the files has."""

_language = FALLBACK
_for_now: ContextVar[str | None] = ContextVar("language", default=None)


def speak(language: str) -> None:
    """Choose the language of everything that is said from now on.

    English where there are no words for the screens, so that no screen speaks two languages.
    """
    global _language
    whole = files(__package__).joinpath(language, f"{WHOLE}.toml")
    _language = language if whole.is_file() else FALLBACK


def languages() -> tuple[str, ...]:
    """Return the languages in which files can be written, English first."""
    found = {folder.name for folder in files(__package__).iterdir() if _has_files(folder)}
    return (FALLBACK, *sorted(found - {FALLBACK}))


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Say what is said within in another language, in this thread or task only; None changes none.

    It is meant for files, for which every language in `languages` has all the words.
    """
    before = _for_now.set(language or _for_now.get())
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
    return name in _catalogue(_spoken(), room) or name in _catalogue(FALLBACK, room)


def _template(key: str) -> str:
    room, _, name = key.partition(".")
    found = _catalogue(_spoken(), room).get(name)
    return _catalogue(FALLBACK, room)[name] if found is None else found


def _has_files(folder: Traversable) -> bool:
    return folder.joinpath(f"{OF_FILES}.toml").is_file()


def _spoken() -> str:
    return _for_now.get() or _language


@cache
def _catalogue(language: str, room: str) -> dict[str, str]:
    source = files(__package__).joinpath(language, f"{room}.toml")
    if not source.is_file():
        return {}
    entries: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return entries
