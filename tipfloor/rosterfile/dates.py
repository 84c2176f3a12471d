"""Dates as lists write them, in four languages; an order that cannot be known is not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tipfloor.core.ground.folding import fold_text
from tipfloor.rosterfile.workbook import Cell

EARLIEST, LATEST = date(1948, 1, 1), date(2200, 12, 31)

MONTHS = (
    *(("jan", "ene"), ("feb", "fev"), ("mar",), ("apr", "abr", "avr"), ("may", "mai")),
    *(("jun", "juin"), ("jul", "juil"), ("aug", "ago", "aou"), ("sep", "set"), ("oct", "out")),
    *(("nov",), ("dec", "dic", "dez")),
)
"""How the names of the months begin in English, Spanish, Portuguese and French."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: \d{1,2}:\d{2}.*)?")


def day_first(cells: Iterable[Cell]) -> bool | None:
    """Tell whether a column writes 26/01/2024 (True) or 01/26/2024 (False); None: nothing says."""
    found = [_SLASHES.fullmatch(cell.strip()) for cell in cells if isinstance(cell, str)]
    pairs = [(int(item[1]), int(item[2])) for item in found if item]
    first, second = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    return None if first == second else first


def date_of(cell: Cell, days_come_first: bool | None) -> date | None:
    """Return the date in a cell, None for what is no date or may be two."""
    if isinstance(cell, date):
        return _within(cell.year, cell.month, cell.day)
    text = cell.strip()
    if found := _ISO.fullmatch(text):
        return _within(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTS.fullmatch(text):
        return _within(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.fullmatch(text):
        one, two, year = (int(part) for part in found.groups())
        if days_come_first is None and one != two:
            return None
        return _within(year, two, one) if days_come_first else _within(year, one, two)
    return _in_words(fold_text(text).split())


def _in_words(words: list[str]) -> date | None:
    """Read "26 January 2024", "January 26, 2024", "26 de enero de 2024" or "1er février 2024"."""
    numbers = [int(n[0]) for word in words if (n := re.match(r"\d{1,4}", word))]
    months = [word for word in words if word.isalpha() and word not in ("de", "del", "of", "le")]
    if len(numbers) != 2 or len(months) != 1:
        return None
    month = next((n for n, names in enumerate(MONTHS, 1) if months[0].startswith(names)), None)
    day, year = sorted(numbers)
    return _within(year, month, day) if month else None


def _within(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None
