"""The figures of remarks in files for people, whose words and columns another version may change.

Each remark has a line or row that begins with its number; its times and lengths must stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.remark import Remark
from tipfloor.export.against.differing import Difference
from tipfloor.export.against.figures import NotCompared
from tipfloor.export.against.zips import Zip, ZipFault
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import span_exact, span_whole, wall

Lines = list[tuple[int, frozenset[str]]]
"""The remarks of a file by number, each with the figures of its line or row."""

REMARK = re.compile(
    r"\s*([0-9]{1,9})\.?\s(?:.{0,40}?[0-9]{2}:[0-9]{2}:[0-9]{2}\s?[-\u2013]|\u2013\s)"
)
PIECE = re.compile(rb"<w:tr[ >].*?</w:tr>|<w:p[ >].*?</w:p>", re.DOTALL)
FIGURE = re.compile(r"[0-9]+(?:[:.][0-9]+)+")
LENGTH = re.compile(
    r"(?:(?P<hours>[0-9]{1,9})\sh\s)?(?:(?P<minutes>[0-9]{1,2})\smin\s)?"
    r"(?P<seconds>[0-9]{1,2})\D(?P<thousandths>[0-9]{3})\ss\b"
)
"""A length as lines have it in any language: the symbols of units are the same in all."""
TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)<")
ROW = re.compile(rb"<row .*?</row>", re.DOTALL)
VALUE = re.compile(rb"<v>([-0-9.Ee+]{1,40})</v>")

DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet2.xml"

EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
"""The day from which a workbook of a former program counts days."""

TO_1904 = 1462
"""Days from there to the one from which a workbook counts them now."""


def lines_in(path: Path, form: str, most: int) -> Lines:
    """Return the remarks of a file for people. Raises NotCompared."""
    try:
        return READERS[form](path, most)
    except (KeyError, ZipFault, UnicodeDecodeError):
        raise NotCompared from None


def differences(found: Lines, form: str, snapshot: Snapshot) -> Iterator[Difference]:
    """Give the figures of the record that do not stand where the file has the remark."""
    told = _values if form == "xlsx" else _words
    held = dict(found)
    numbers = {snapshot.numbers[remark.id]: remark for remark in snapshot.meeting.all_remarks}
    for number, times in Counter(number for number, _ in found).items():
        if times > 1 or number not in numbers:
            more = f"{number} \N{MULTIPLICATION SIGN} {times}"
            yield Difference("remark", str(number), more, None)
    for number, remark in numbers.items():
        line = held.get(number)
        if line is None:
            yield Difference("remark", str(number), None, str(number))
        else:
            for figures in told(remark, snapshot):
                if not line.intersection(figures):
                    yield Difference("remark", str(number), None, figures[0])


def _words(remark: Remark, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """Give the figures of a remark, each as this program tells it and as former ones did."""
    zone, now = snapshot.whole.plan.zone, snapshot.now
    if not remark.was_spoken:
        return
    yield (wall(remark.given_at, zone, seconds=True),)
    if remark.ended_at:
        yield (wall(remark.ended_at, zone, seconds=True),)
    lengths = filter(None, (remark.paused(now), remark.over_time(now)))
    yield from ((span_whole(x), span_exact(x)) for x in (remark.speaking(now), *lengths))


def _values(remark: Remark, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    now = snapshot.now
    for length in (remark.speaking(now), remark.paused(now), remark.over_time(now)):
        yield (_rounded(length / 86_400_000),)
    for at in (remark.given_at, remark.ended_at):
        if at and remark.was_spoken:
            days = _days(at, snapshot)
            yield _rounded(days - TO_1904), _rounded(days)


def _days(at: Instant, snapshot: Snapshot) -> float:
    local = at.utc.astimezone(snapshot.whole.plan.zone).replace(tzinfo=UTC)
    return (local - EPOCH).total_seconds() / 86_400


def _rounded(value: float) -> str:
    return f"{value:.8f}"


def _of_text(path: Path, most: int) -> Lines:
    with path.open("rb") as file:
        text = file.read(most + 1).decode("utf-8")
    if len(text) > most:
        raise NotCompared
    return _numbered(text.replace("\n  ", " ").split("\n"))


def _of_document(path: Path, most: int) -> Lines:
    pieces = PIECE.findall(_part(path, DOCUMENT, most))
    told = (b" ".join(TEXT.findall(piece)).decode("utf-8") for piece in pieces)
    return _numbered([unescape(text) for text in told])


def _of_workbook(path: Path, most: int) -> Lines:
    found: Lines = []
    for row in ROW.findall(_part(path, SHEET, most)):
        number, *values = (value.decode() for value in VALUE.findall(row))
        if re.fullmatch("[0-9]{1,9}", number):
            found.append((int(number), frozenset(map(_number, values))))
    return found[1:]  # the first row is the head, whose texts have numbers too


def _number(value: str) -> str:
    try:
        return _rounded(float(value))
    except ValueError:
        return value


def _numbered(lines: Sequence[str]) -> Lines:
    matches = ((REMARK.match(line), line) for line in lines)
    return [(int(found[1]), frozenset(_figures(line))) for found, line in matches if found]


def _figures(line: str) -> Iterator[str]:
    """Give the times of day and the lengths that stand in a line, lengths as tables have them."""
    yield from FIGURE.findall(line)
    for found in LENGTH.finditer(line):
        hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
        yield span_whole(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)


def _part(path: Path, name: str, most: int) -> bytes:
    with Zip(path) as parts:
        data = parts.read(name, most)
    if data is None:
        raise NotCompared
    return data


READERS: dict[str, Callable[[Path, int], Lines]] = {
    "text": _of_text,
    "docx": _of_document,
    "xlsx": _of_workbook,
}
"""How the remarks of each form for people are read; a PDF packs its text."""
