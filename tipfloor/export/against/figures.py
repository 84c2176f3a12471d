"""The figures and codes of an export's remarks, which no other version of the program changes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tipfloor.export.against.differing import Difference, shown
from tipfloor.export.corrections.void_rows import with_void
from tipfloor.export.csv import BYTE_ORDER_MARK, cell
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Snapshot
from tipfloor.jsontext import read_json

COMPARED = (
    "day",
    "delegation_code",
    "on_behalf_of",
    "requested_at",
    "floor_given_at",
    "ended_at",
    "allotted_seconds",
    "speaking_seconds",
    "paused_seconds",
    "overtime_seconds",
)
"""What is compared of a remark: codes, times and lengths, which no language changes."""

OPEN = ("ended_at", "speaking_seconds", "paused_seconds", "overtime_seconds")
"""What a remark that was under way has as of the very moment of the export."""

NEVER_GIVEN = ("floor_given_at", "ended_at")
"""What a statement in writing has not; files of a former version say when it was handed in."""

NUMBER = re.compile(r"[0-9]{1,9}")

Figures = Mapping[str, str]
"""The cells of a remark by column."""


class NotCompared(Exception):
    """A file of which no figures can be told apart from its words."""


def figures_in(data: bytes) -> list[tuple[int, Figures]]:
    """Return the remarks of a CSV or JSON export, each with its number. Raises NotCompared."""
    try:
        text = data.decode("utf-8-sig")
        found = _of_json(text) if text.lstrip().startswith("{") else _of_csv(text)
        return [(int(row["number"]), row) for row in found if NUMBER.fullmatch(row["number"])]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error):
        raise NotCompared from None


def differences(
    found: list[tuple[int, Figures]], snapshot: Snapshot, *, dated: bool
) -> Iterator[Difference]:
    """Give what a file's remarks have otherwise than those of a snapshot, in order.

    Without a date of its own, a file can be of some sessions or days only, and as at any instant
    up to the next row: of a session on a day it has all remarks or none.
    """
    held = {row.number: row for row in rows(snapshot) if row.number}
    by_number = dict(found)
    # A table has those that are void among the others, a list of remarks has not.
    void = (row for row in with_void((), snapshot) if row.number in by_number)
    held |= {row.number: row for row in void if row.number}
    told = {(held[n].session, held[n].day) for n in by_number if n in held}
    on = snapshot.whole.floor
    under_way = None if dated or on is None else snapshot.numbers.get(on.id)
    for number, times in Counter(number for number, _ in found).items():
        if times > 1:
            yield Difference(
                "remark", str(number), f"{number} \N{MULTIPLICATION SIGN} {times}", None
            )
    for number in sorted({*by_number, *held}):
        row, figures = held.get(number), by_number.get(number)
        if row is None:
            yield Difference("remark", str(number), str(number), None)
        elif figures is None:
            if dated or (row.session, row.day) in told:
                yield Difference("remark", str(number), None, str(number))
        else:
            but = OPEN if number == under_way else () if row.floor_given_at else NEVER_GIVEN
            yield from _between(number, figures, row, but)


def _between(number: int, figures: Figures, row: Row, but: tuple[str, ...]) -> Iterator[Difference]:
    for column in COMPARED:
        kept = cell(getattr(row, column))
        if column not in but and figures[column] != kept:
            yield Difference("remark", f"{number}, {column}", shown(figures[column]), kept)


def _of_json(text: str) -> Iterator[dict[str, str]]:
    for remark in read_json(text)["remarks"]:
        yield {name: cell(_exact(name, remark[name])) for name in ("number", *COMPARED)}


def _exact(name: str, value: Any) -> object:
    """Return a value of JSON as a row has it: lengths are floats, lists are tuples."""
    if name.endswith("_seconds") and isinstance(value, int):
        return float(value)
    return tuple(value) if isinstance(value, list) else value


def _of_csv(text: str) -> Iterator[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    if not {"number", *COMPARED} <= set(reader.fieldnames or ()):
        raise NotCompared
    for row in reader:
        yield {name: row[name] or "" for name in ("number", *COMPARED)}
