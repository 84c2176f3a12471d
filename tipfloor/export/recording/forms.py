"""Chapters as files, one function a form, from lists of chapters that rise and do not overlap."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from html import escape
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from tipfloor.export.recording.chapters import Chapter
from tipfloor.export.recording.offsets import exact, in_lists
from tipfloor.words import count, say

TITLE_BYTES = 98
"""Bytes of a title that an MP3 holds as ffmpeg writes it by default: longer ones lose chapters."""

LIST_APART = 10_000
"""Milliseconds that each chapter of a list lasts at least: a rule of video sites."""

LIST_LEAST = 3
"""Chapters that a list has at least, by the same rule."""

SPECIAL = re.compile(r"([=;#\\\n])")
"""Characters that mean something in ffmetadata."""


class Laid(Struct, frozen=True):
    """Chapters for a file: as they are, and with gaps or rests where a form has need of them."""

    title: str
    language: str
    plain: Sequence[Chapter]
    gaps: Sequence[Chapter]
    rests: Sequence[Chapter]


def webvtt(laid: Laid) -> str:
    """Return a WebVTT track of kind chapters; a gap is left out, for each cue has its end."""
    head = f"WEBVTT\nKind: chapters\nLanguage: {laid.language}\n"
    cues = (
        f"\n{one.name}\n{exact(one.start)} --> {exact(one.end)}\n{escape(one.title, quote=False)}\n"
        for one in laid.plain
    )
    return head + "".join(cues)


def ffmetadata(laid: Laid) -> str:
    """Return what ffmpeg reads with `-f ffmetadata`: gaps are chapters, without a byte order mark.

    The order of the lines of a chapter is the one that it takes.
    """
    blocks = (
        "[CHAPTER]\nTIMEBASE=1/1000\n"
        f"START={one.start}\nEND={one.end}\ntitle={SPECIAL.sub(_backslash, one.title)}\n"
        for one in laid.gaps
    )
    return ";FFMETADATA1\n" + "".join(blocks)


def listed(laid: Laid) -> str:
    """Return the lines that video sites read in a description: the first one is 0:00."""
    lines = [f"{in_lists(one.start)} {one.title}\n" for one in list_of(laid)]
    return "".join(lines)


def list_of(laid: Laid) -> list[Chapter]:
    """Return the chapters of a list: each lasts at least ten seconds, the first from 0:00."""
    told = [Chapter(0, 0, laid.title, "beginning")]
    for one in laid.rests:
        if one.start < LIST_APART and len(told) == 1:
            told[0] = Chapter(0, 0, one.title, one.name)
        elif one.start // 1000 * 1000 - told[-1].start // 1000 * 1000 >= LIST_APART:
            told.append(one)
    return told


def podlove(laid: Laid) -> str:
    """Return Podlove Simple Chapters 1.2, XML that has beginnings only."""
    lines = (
        f'  <psc:chapter start="{exact(one.start)}" title={quoteattr(one.title)}/>\n'
        for one in laid.rests
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n'
        f"{''.join(lines)}</psc:chapters>\n"
    )


def podcasting(laid: Laid) -> str:
    """Return chapters as the JSON of Podcasting 2.0, in seconds."""
    found = [
        {"startTime": one.start / 1000, "endTime": one.end / 1000, "title": one.title}
        for one in laid.plain
    ]
    told = {"version": "1.2.0", "title": laid.title, "chapters": found}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


CHAPTER_FORMS: dict[str, Callable[[Laid], str]] = {
    "webvtt": webvtt,
    "ffmetadata": ffmetadata,
    "list": listed,
    "podlove": podlove,
    "podcasting": podcasting,
}
"""What writes each form of chapters, by its name."""


def remarks_on(form: str, laid: Laid) -> list[str]:
    """Return what whoever uses the file has to know, in sentences; none where all is well."""
    told = []
    if not laid.plain:
        told.append(say("export.chapters_none"))
    long = [one for one in laid.gaps if len(one.title.encode()) > TITLE_BYTES]
    if form == "ffmetadata" and long:
        told.append(count("export.chapters_for_mp3", len(long), most=TITLE_BYTES))
    if form == "list":
        kept = list_of(laid)
        if missing := len({x.name for x in laid.rests} - {x.name for x in kept}):
            told.append(count("export.chapters_too_short", missing))
        if len(kept) < LIST_LEAST:
            told.append(say("export.chapters_too_few", number=len(kept), least=LIST_LEAST))
    return told


def _backslash(found: re.Match[str]) -> str:
    return f"\\{found[1]}"
