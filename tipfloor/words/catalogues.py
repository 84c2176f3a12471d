"""The catalogues on disk: a folder a language, a small file a room, each entry a text."""

from __future__ import annotations

import os
import re
import string
from functools import cache
from json import dumps, loads
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


ENTRY = re.compile(
    r'^(?P<key>[A-Za-z0-9_-]+) = (?:"""\n?'
    r'(?P<lines>(?:[^\\"\0-\x08\x0b-\x1f\x7f]++|"(?!"")|\\\\)*+)"""'
    r'|(?P<line>"(?:[^"\\\0-\x1f\x7f]++|\\["\\nt])*+"))$',
    re.MULTILINE,
)
"""An entry on a line of its own, or of several lines whose only escape is a backslash's."""


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

    Nearly all are plain texts, which are the same in JSON and read from it in a tenth of the time;
    anything else is left to the reader of TOML.
    """
    told, between, end = list[str](), list[str](), 0
    for found in ENTRY.finditer(text):
        words = found["line"] or dumps(found["lines"].replace("\\\\", "\\"))
        told.append(f'"{found["key"]}": {words}')
        between.append(text[end : found.start()])
        end = found.end()
    other = "".join([*between, text[end:]]).split("\n")
    if all(line == "" or line.startswith("#") for line in other):
        read: dict[str, str] = loads(f"{{{', '.join(told)}}}")
        if len(read) == len(told):
            return read
    import tomllib  # for the few that need it

    return tomllib.loads(text)


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
