"""From which English text each translation was made: a digest an entry, in `made_from/CODE.txt`.

An English text that is changed afterwards makes its translations stale until they are made anew, or
somebody who reads the language confirms that they say it still.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from docs.words.texts import texts

FOLDER = Path(__file__).parent / "made_from"


def digest(english: str) -> str:
    """Return what an English text is known by, in eight letters."""
    return sha256(english.encode()).hexdigest()[:8]


def translated(language: str) -> list[str]:
    """Return the keys that a language has a text of its own for, without those on the language."""
    own = texts(language)
    return [key for key in texts("en") if key in own and not key.startswith("language.")]


def made_from(language: str) -> dict[str, str]:
    """Return the digests of the English texts that a language was translated from, by key."""
    file = FOLDER / f"{language}.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return dict(line.split() for line in lines)


def stale(language: str) -> set[str]:
    """Return the keys whose English text was changed since a language was translated."""
    english, made = texts("en"), made_from(language)
    keys = translated(language)
    return {key for key in keys if made.get(key, digest(english[key])) != digest(english[key])}


def not_confirmed(language: str) -> Iterator[tuple[str, str]]:
    """Give each key whose translation nobody has confirmed for the present English, and why."""
    english, made, old = texts("en"), made_from(language), stale(language)
    for key in translated(language):
        if key in old:
            said = f"docs.words confirm {language} {key}"
            yield key, f"stale: it reads in English now: {english[key]} (put right, {said})"
        elif key not in made:
            yield key, "new: python -m docs.words confirm"


def confirm(
    language: str, keys: Iterable[str] = (), *, read: Mapping[str, str] | None = None
) -> None:
    """Note from which English text the named entries were made, and all that are new.

    `read` has the English texts that a translator had before, where these are not the present ones.
    """
    english, made = {**texts("en"), **(read or {})}, made_from(language)
    asked = {*keys}
    noted = {
        key: digest(english[key]) if key in asked else made.get(key, digest(english[key]))
        for key in translated(language)
    }
    lines = "".join(f"{key} {noted[key]}\n" for key in sorted(noted))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{language}.txt").write_text(lines, encoding="utf-8")
