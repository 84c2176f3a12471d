"""Every word that a person sees: one folder a language, one small catalogue a room.

A key is `file.key`, as in `say("refusals.floor_taken", delegation="Brazil")`. A key that ends in
`_one` beside the plain key is the singular that `count` chooses. Another language is another
folder with the same files: no code changes.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

FALLBACK = "en"

_language = FALLBACK


def speak(language: str) -> None:
    """Choose the language of everything that is said from now on; English where it has none."""
    global _language
    folder = files(__package__).joinpath(language)
    _language = language if folder.is_dir() else FALLBACK


def say(key: str, **facts: object) -> str:
    """Return the words for a key with its facts filled in.

    Facts are data: braces or markup within them stay as they are. Raises KeyError for a key
    that no catalogue has.
    """
    template = _template(key)
    return template.format(**facts) if facts else template


def count(key: str, number: int, **facts: object) -> str:
    """Return the words for a number of things, singular or plural as the language has it."""
    singular = number == 1 or (number == 0 and _language == "fr")
    return say(f"{key}_one" if singular else key, number=number, **facts)


def has(key: str) -> bool:
    """Tell whether there are words for a key."""
    room, _, name = key.partition(".")
    return name in _catalogue(_language, room) or name in _catalogue(FALLBACK, room)


def _template(key: str) -> str:
    room, _, name = key.partition(".")
    found = _catalogue(_language, room).get(name)
    return _catalogue(FALLBACK, room)[name] if found is None else found


@cache
def _catalogue(language: str, room: str) -> dict[str, str]:
    source = files(__package__).joinpath(language, f"{room}.toml")
    if not source.is_file():
        return {}
    entries: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return entries
