"""In which language the screens speak: as asked, else as the environment says, else the meeting."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from tipfloor.words.catalogues import languages

VARIABLE = "TIPFLOOR_LANGUAGE"

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of a locale, by weight; LC_CTYPE says nothing of a language."""

SAYS_NOTHING = ("", "C", "POSIX")
"""Locales that choose no language; LANGUAGE does not count under them (as gettext has it)."""


def asked_for(words: Sequence[str]) -> str | None:
    """Return the language that `--language` names on a command line, if any has words for it."""
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == "--language":
            given = value if equals else "".join(words[place + 1 : place + 2])
            return _known(given)
    return None


def of_environment(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the language of the environment, None where it names none that has words."""
    return next(filter(None, map(_known, _stated(environment))), None)


def _stated(environment: Mapping[str, str]) -> Iterator[str]:
    yield environment.get(VARIABLE, "")
    locale = next(filter(None, (environment.get(name) for name in LOCALES)), "")
    if locale.partition(".")[0] in SAYS_NOTHING:
        return
    yield from environment.get("LANGUAGE", "").split(":")
    yield locale


def _known(name: str) -> str | None:
    """Return the language of a name such as pt_BR.UTF-8 or es-419; None without words for it."""
    code = name.strip().partition(".")[0].replace("-", "_").partition("_")[0].lower()
    return code if code in languages() else None
