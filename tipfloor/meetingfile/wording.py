"""Texts that a meeting file gives by language, put where the models expect them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.plan.translations import IN_OTHERS, LANGUAGE, parted
from tipfloor.meetingfile.fault import Finding, Path
from tipfloor.meetingfile.shape import TABLES, expected, unknown_key, with_tuples
from tipfloor.meetingfile.shown import found
from tipfloor.words import say

LONGEST = {"short_title": 60, "distribution": 100, "text": 4000}
"""Characters of the texts that are not as long as all others may be."""

STANDING_IN = "?"
"""What stands for a text of which no language is sound, so that it is told once."""


def with_texts(data: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """Return a file's tables with one text for each by language, and what is wrong with those.

    The meeting's languages and its first one are stated from then on, each by the other.
    """
    first = first_language(data)
    findings: list[Finding] = []
    worded = {**data}
    for names, model in TABLES.items():
        fields: tuple[str, ...] = getattr(model, "worded", ())
        if fields:
            _put(worded, names, (), fields, first, findings)
    meeting = worded.get("meeting")
    if isinstance(meeting, dict):
        meeting.setdefault("language", first)
        meeting.setdefault("languages", (first,))
    return worded, findings


def told_plan(data: dict[str, Any]) -> dict[str, Any]:
    """Return a plan that was told, its texts by language where the models expect them.

    It is returned as it came where it is at fault: the models say so.
    """
    worded, findings = with_texts(with_tuples(data))
    return data if findings else worded


def first_language(data: dict[str, Any]) -> str:
    """Return the meeting's first language, English where the file says nothing sound."""
    meeting = data.get("meeting")
    stated = meeting if isinstance(meeting, dict) else {}
    languages = stated.get("languages")
    candidates = [*(languages if isinstance(languages, tuple) else ())[:1], stated.get("language")]
    sound = (item for item in candidates if isinstance(item, str) and LANGUAGE.fullmatch(item))
    return next(sound, "en")


def _put(
    table: dict[str, Any],
    names: tuple[str, ...],
    path: Path,
    fields: tuple[str, ...],
    first: str,
    findings: list[Finding],
) -> None:
    """Put in place the texts of a table that lies below another, or of each row of a list."""
    name, rest = names[0], names[1:]
    held = table.get(name)
    if isinstance(held, dict):
        inner = {**held}
        table[name] = inner
        if rest:
            _put(inner, rest, (*path, name), fields, first, findings)
        else:
            findings += _parted(inner, (*path, name), fields, first)
    elif isinstance(held, tuple) and not rest:
        rows = [{**row} if isinstance(row, dict) else row for row in held]
        for place, row in enumerate(rows):
            if isinstance(row, dict):
                findings += _parted(row, (name, place), fields, first)
        table[name] = tuple(rows)


def _parted(
    row: dict[str, Any], path: Path, fields: tuple[str, ...], first: str
) -> Iterator[Finding]:
    if IN_OTHERS in row:
        del row[IN_OTHERS]
        yield (*path, IN_OTHERS), unknown_key(path, IN_OTHERS)
    others: dict[str, dict[str, str]] = {}
    for field in fields:
        if isinstance(stated := row.get(field), dict):
            sound = {}
            for language, text in stated.items():
                wrong = _wrong((*path, field), language, text)
                if wrong:
                    yield (*path, field, language), wrong
                else:
                    sound[language] = text.strip()
            if not stated:
                yield (*path, field), say("faults.no_languages", expected=expected((*path, field)))
            row[field], more = parted(sound or {first: STANDING_IN}, first)
            for language, text in more.items():
                others.setdefault(language, {})[field] = text
    if others:
        row[IN_OTHERS] = others


def _wrong(path: Path, language: str, text: Any) -> str:
    """Return what is wrong with a text in a language, empty where nothing is."""
    if not LANGUAGE.fullmatch(language):
        return say("faults.no_language")
    longest = LONGEST.get(str(path[-1]), LONGEST_TEXT)
    if isinstance(text, str) and 0 < len(text.strip()) <= longest:
        return ""
    return say("faults.unfit", found=found(text), expected=expected(path))
