"""The catalogues on disk: a folder a language, a small file a room, each entry a text."""

from __future__ import annotations

import os
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FALLBACK = "en"

VARIABLE = "TIPFLOOR_WORDS"
"""The environment variable that names a folder with languages of a body's own."""

OF_FILES = "export"
"""The catalogue that every language of the files has."""

OF_LANGUAGE = "language"
"""The catalogue whose texts follow the language and not the English ones."""

CODE = re.compile("[a-z]{2,3}")
"""How the folder of a language is named: ISO 639, as documents have it too."""

ROOMS_OF_FILES = {
    "export": ("",),
    "log": ("",),
    "times": ("",),
    "publication": ("",),
    "language": (
        *("weekday_", "month_", "date", "time", "decimal", "percent", "list_two", "list_last"),
        *("plural", "form_", "day_", "half_", "apart", "hours", "minutes", "seconds"),
        *("length_", "exact_", "span", "words_till"),
    ),
    "documents": ("",),
    "recommendations": ("",),
    "refusals": ("rule_", "requested_", "left_"),
    "chair": ("office_", "officer"),
    "statistics": (
        *(
            "no_topic",
            "note_",
            "name_and_",
            "heading",
            "head_",
            "table_of_",
            "totals",
            "rounding",
            "line",
            "have_",
        ),
        "changeovers_told",
    ),
}
"""The catalogues whose words stand in files, with how the keys of those words begin."""

OF_SCREENS = {"refusals.left_open"}
"""Keys that begin as those of files do, and that no file has."""

MAY_LACK = {
    "language.list_last_other",
    "language.list_other_before",
    "language.time_sharp",
    "language.date_and_time_one",
    "language.passed_over",
}
"""What a language has for a few words only: without it, it does as everywhere else."""


KEYS = re.compile("[A-Za-z0-9_-]*")
"""What keys are made of."""

CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f]")
"""What no text of TOML has as it is."""

ESCAPED = re.compile(r'\\(["\\nt])')
"""The escapes that a text on one line may have to be read quickly."""

MEANT = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}

THREE = '"""'


class BrokenWords(Exception):
    """A catalogue that cannot be used: its language, its file, and why."""

    def __init__(self, language: str, room: str, reason: str) -> None:
        super().__init__(language, room, reason)
        self.language = language
        self.file = f"words/{language}/{room}.toml"
        self.reason = reason


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are words for, English first."""
    found = {
        folder.name
        for root in _roots()
        for folder in root.iterdir()
        if CODE.fullmatch(folder.name) and _is_begun(folder)
    }
    return (FALLBACK, *sorted(found - {FALLBACK}))


def _is_begun(folder: Path) -> bool:
    """Tell whether a folder has the words of files, or what sentences need of its language."""
    return any(folder.joinpath(f"{room}.toml").is_file() for room in (OF_FILES, OF_LANGUAGE))


def source_of(language: str, file: str) -> Path | None:
    """Return a file of a language, None where it has none; one of a body's own comes first."""
    found = (root.joinpath(language, file) for root in reversed(_roots()))
    return next((source for source in found if source.is_file()), None)


def _roots() -> list[Path]:
    """Return the folders that hold languages: the program's own, and the one that a body adds."""
    own: list[Path] = [Path(__file__).parent]
    added = os.environ.get(VARIABLE, "")
    return [*own, Path(added)] if added and Path(added).is_dir() else own


def lacking(language: str) -> list[str]:
    """Return the keys of files that a language has no words for. Raises BrokenWords."""
    return [
        f"{room}.{key}"
        for room, beginnings in ROOMS_OF_FILES.items()
        for key in catalogue(FALLBACK, room).keys() - catalogue(language, room).keys()
        if key.startswith(beginnings) and f"{room}.{key}" not in OF_SCREENS | MAY_LACK
    ]


def lacking_on_screens(language: str) -> list[str]:
    """Return the keys of the screens that a language has no words for. Raises BrokenWords."""
    return [
        f"{room}.{key}"
        for room in rooms()
        for key in catalogue(FALLBACK, room).keys() - catalogue(language, room).keys()
        if f"{room}.{key}" not in MAY_LACK
    ]


def rooms() -> tuple[str, ...]:
    """Return the names of all catalogues."""
    found = Path(__file__).parent.joinpath(FALLBACK).iterdir()
    return tuple(sorted(item.name[:-5] for item in found if item.name.endswith(".toml")))


@cache
def catalogue(language: str, room: str) -> dict[str, str]:
    """Return the texts of a room by key, none where there is no file. Raises BrokenWords."""
    source = source_of(language, f"{room}.toml")
    if source is None:
        return {}
    try:
        entries = read_entries(source.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise BrokenWords(language, room, str(error)) from error
    if language != FALLBACK and room != OF_LANGUAGE:
        _refuse_strange(entries, language, room)
    return entries


def read_entries(text: str) -> dict[str, str]:
    """Read the entries of a catalogue. Raises ValueError.

    Nearly all are plain texts, one to a line, which are read so in a tenth of the time; all else is
    left to the reader of TOML.
    """
    read = None if CONTROL.search(text) else _plain_entries(text.split("\n"))
    if read is not None:
        return read
    import tomllib  # for the few that need it

    return tomllib.loads(text)


def _plain_entries(lines: list[str]) -> dict[str, str] | None:
    """Read entries that are plain texts, of several lines too; None for anything else of TOML."""
    read = dict[str, str]()
    rest = iter(lines)
    told = 0
    for line in rest:
        if line == "" or line[0] == "#":
            continue
        key, _, words = line.partition(" = ")
        if words[:3] == THREE:
            text = _of_several(words[3:], rest)
        elif len(words) > 1 and words[0] == words[-1] == '"':
            text = words[1:-1]
            if "\\" in text or '"' in text:
                text = _escaped(text)
        else:
            return None
        if text is None:
            return None
        read[key], told = text, told + 1
    sound = len(read) == told and "" not in read and KEYS.fullmatch("".join(read))
    return read if sound else None


def _escaped(text: str) -> str | None:
    """Return the text of a line between its quotation marks, None with other escapes than plain."""
    without = ESCAPED.sub("", text)
    if "\\" in without or '"' in without:
        return None
    return ESCAPED.sub(lambda found: MEANT[found[1]], text)


def _of_several(first: str, rest: Iterator[str]) -> str | None:
    """Return the text of lines up to three quotation marks; a line feed behind the first is none.

    Its only escape is a backslash's; None for a text with any other.
    """
    parts = [first] if first else []
    line = first
    while not line.endswith(THREE):
        if (found := next(rest, None)) is None:
            return None
        line = found
        parts.append(line)
    text = "\n".join(parts)[:-3]
    if THREE in text or text.endswith('"') or "\\" in text.replace("\\\\", ""):
        return None
    return text.replace("\\\\", "\\")


def _refuse_strange(entries: dict[str, str], language: str, room: str) -> None:
    """Refuse an entry that is no text, or that asks for facts that the English one has not."""
    for key, text in entries.items():
        english = catalogue(FALLBACK, room).get(key)
        if not isinstance(text, str):
            raise BrokenWords(language, room, f"{key}: {text!r:.40}")
        if english is not None and not _fields(text) <= _fields(english):
            raise BrokenWords(language, room, f"{key}: {text:.80}")


def _fields(text: str) -> set[tuple[str, str | None, str | None]]:
    """Return the facts of a text, how each is shown; of one that is not closed, one like none."""
    try:
        parsed = [*string.Formatter().parse(text)]
    except ValueError:
        return {("", "", "")}
    return {
        (name.partition(".")[0], spec, conversion)
        for _, name, spec, conversion in parsed
        if name is not None
    }
