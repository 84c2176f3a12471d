"""Comparing the figures of an exported file with the record at the position of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded
from tipfloor.export.csv import BYTE_ORDER_MARK, cell
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Scope, Snapshot
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

Figures = Mapping[str, str]
"""The cells of a remark by column."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that a file has otherwise than the record; None where either has no such remark."""

    number: int
    column: str
    in_file: str | None
    in_record: str | None


class NotCompared(Exception):
    """A form whose figures are for people to read: only its digest can be checked."""


def figures_in(path: Path) -> dict[int, Figures]:
    """Return the remarks of a CSV or JSON export by number. Raises NotCompared and OSError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotCompared(path.suffix) from None
    found = _of_json(text) if text.lstrip().startswith("{") else _of_csv(text)
    return {int(row["number"]): row for row in found if row["number"].isdigit()}


def differences(found: Mapping[int, Figures], snapshot: Snapshot) -> Iterator[Difference]:
    """Give what a file's remarks have otherwise than those of a snapshot, in order.

    A file can be of some sessions or days only; of a session on a day it has all or none.
    """
    held = {row.number: row for row in rows(snapshot) if row.number}
    told = {(held[number].session, held[number].day) for number in found if number in held}
    on = snapshot.whole.floor
    under_way = snapshot.numbers.get(on.id) if on else None
    for number in sorted({*found, *held}):
        row, figures = held.get(number), found.get(number)
        if row is None:
            yield Difference(number, "number", str(number), None)
        elif figures is None:
            if (row.session, row.day) in told:
                yield Difference(number, "number", None, str(number))
        else:
            columns = [name for name in COMPARED if number != under_way or name not in OPEN]
            yield from _between(number, figures, row, columns)


def _between(
    number: int, figures: Figures, row: Row, columns: Iterable[str]
) -> Iterator[Difference]:
    for column in columns:
        kept = cell(getattr(row, column))
        if figures[column] != kept:
            yield Difference(number, column, figures[column], kept)


def at_position(history: Sequence[Recorded], position: int, snapshot: Snapshot) -> Snapshot:
    """Return the snapshot of a record as it stood at an earlier position."""
    earlier = tuple(history[:position])
    meeting = fold(earlier)
    return Snapshot(
        meeting=meeting,
        now=earlier[-1].event.at,
        history=earlier,
        digest=snapshot.digest,
        where=snapshot.where,
        people=snapshot.people,
        whole=meeting,
        scope=Scope(),
    )


def _of_json(text: str) -> Iterator[dict[str, str]]:
    try:
        remarks = read_json(text)["remarks"]
        for remark in remarks:
            columns = ("number", *COMPARED)
            yield {name: cell(_exact(name, remark[name])) for name in columns}
    except (ValueError, KeyError, TypeError):
        raise NotCompared("json") from None


def _exact(name: str, value: object) -> object:
    """Return a value of JSON as a row has it: lengths are floats, lists are tuples."""
    if name.endswith("_seconds") and isinstance(value, int):
        return float(value)
    return tuple(value) if isinstance(value, list) else value


def _of_csv(text: str) -> Iterator[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    if not {"number", *COMPARED} <= set(reader.fieldnames or ()):
        raise NotCompared("csv")
    yield from reader
