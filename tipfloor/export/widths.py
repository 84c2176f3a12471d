"""How wide the columns of a sheet are and how high its rows, by the texts in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from tipfloor.export.cells import is_date, is_length, is_time
from tipfloor.export.listed import Column
from tipfloor.export.long_words import WIDE, width

MOST = 1000
"""Rows whose texts a column's width is fitted to."""

WIDTH_OF_CHARACTER = 0.95
"""What a character of that size takes on the average, in digits of 10 points, as columns have."""

NARROWEST, NARROW, WIDEST, WIDEST_TEXT = 5, 12, 22, 44
"""Widths of the columns of a list; what is longer goes on in another line of its cell.

Where a page has no room, a column is taken down to its longest word, and a long word broken.
"""

LONG_TEXTS = ("text", "original_text", "former_text", "statement", "topic", "rule", "reason")
"""Fields of which a line is long."""

TIME_WIDTH, HOUR_WIDTH, LENGTH_WIDTH, DATE_WIDTH = 17, 8.5, 10.5, 10
SIZE, SPACE = 1.62, 0.5
"""The size of the letters of a cell, 9 points, and what a space takes, in those digits."""

LINE = 12.5
"""The height of a line of text in points."""

HIGHEST = 400
"""The height of a row in points, which no program lets go much higher."""

FILTER = 1
"""What a head has beside its longest word; the mark of a filter stands below it."""


def is_said(value: Any) -> bool:
    """Tell whether a cell has anything."""
    return value is not None and value != ""


def wanted(column: Column, values: Sequence[Any], days: Sequence[Any]) -> float:
    """Return the width at which a column has the most of its texts on one line."""
    found = [_width(column.field, x, day) for x, day in zip(values, days, strict=False)]
    return max([_word(column.head) + FILTER, NARROWEST, *found])


def least(column: Column, values: Sequence[Any]) -> float:
    """Return the width down to which a column can be taken: that of its longest word."""
    if any(is_said(x) and not isinstance(x, str) for x in values):
        return float("inf")
    words = [min(_word(x), NARROW) + 1 for x in values if isinstance(x, str)]
    return max([_word(column.head) + FILTER, NARROWEST, *words])


def _word(text: str) -> float:
    """Return how wide the longest word of a text is."""
    return max(map(len, text.split()), default=0) * WIDTH_OF_CHARACTER


def set_height(
    sheet: Any, row: int, texts: Sequence[Any], widths: Sequence[float], lines: int = 1
) -> None:
    """Make a row as high as its first texts need: programs differ in whether they do it themselves.

    The columns behind those texts hold numbers, which are never broken.
    """
    for text, room in zip(texts, widths, strict=False):
        if isinstance(text, str) and (len(text) * WIDE * SIZE > room or "\n" in text):
            lines = max(lines, sum(_lines(part, room) for part in text.split("\n")))
    if lines > 1:
        sheet.set_row(row, min(lines * LINE, HIGHEST))


@lru_cache(maxsize=10_000)
def _lines(text: str, room: float) -> int:
    """Return how many lines a text takes; the same titles and names stand in row after row."""
    lines, used = 1, 0.0
    for word in text.split():
        wide = width(word) * SIZE
        if used and used + SPACE + wide > room:
            lines, used = lines + 1, 0.0
        beyond = int(wide // room)
        lines, used = lines + beyond, used + SPACE + wide - beyond * room
    return lines


def is_of(day: Any, value: datetime) -> bool:
    """Tell whether a time is of the day that its row has."""
    return isinstance(day, datetime) and day.date() == value.date()


def _width(field: str, value: Any, day: Any) -> float:
    if value is None:
        return NARROWEST
    if is_date(field):
        return DATE_WIDTH
    if is_time(field):
        return HOUR_WIDTH if isinstance(value, datetime) and is_of(day, value) else TIME_WIDTH
    if is_length(field):
        return LENGTH_WIDTH
    most = WIDEST_TEXT if field in LONG_TEXTS else WIDEST
    return min(max(map(len, str(value).split("\n"))) * WIDTH_OF_CHARACTER + 1.5, most)
