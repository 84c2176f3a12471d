"""Text files beside what the record makes: minutes by line, tables by cell, JSON by member."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from tipfloor.export.against.differing import Difference, between, shown
from tipfloor.jsontext import read_json


def of_text(in_file: bytes, in_record: bytes) -> Iterator[Difference]:
    """Give the lines that differ."""
    yield from between(in_file.split(b"\n"), in_record.split(b"\n"), _line)


def of_table(in_file: bytes, in_record: bytes) -> Iterator[Difference]:
    """Give the cells of a CSV that differ, its lines where it cannot be read as one."""
    try:
        left, right = (_rows(data) for data in (in_file, in_record))
    except (csv.Error, UnicodeDecodeError):
        yield from of_text(in_file, in_record)
        return
    if left == right:
        yield from of_text(in_file, in_record)
        return

    def told(place: int, one: list[str] | None, other: list[str] | None) -> Iterator[Difference]:
        yield from _cells(place + 1, one, other, right[0])

    yield from between(left, right, told)


def of_json(in_file: bytes, in_record: bytes) -> Iterator[Difference]:
    """Give the members of a JSON that differ, its lines where only its layout does."""
    try:
        left = read_json(in_file.decode("utf-8"))
    except (ValueError, RecursionError):
        yield from of_text(in_file, in_record)
        return
    right = json.loads(in_record)
    if _same(left, right):
        yield from of_text(in_file, in_record)
    else:
        yield from _members("", left, right)


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _line(place: int, one: bytes | None, other: bytes | None) -> Iterator[Difference]:
    yield Difference("line", str(place + 1), _shown(one), _shown(other))


def _cells(
    row: int, one: Sequence[str] | None, other: Sequence[str] | None, head: Sequence[str]
) -> Iterator[Difference]:
    if one is None or other is None or len(one) != len(other):
        joined = (None if cells is None else shown(",".join(cells)) for cells in (one, other))
        yield Difference("row", str(row), *joined)
        return
    for name, left, right in zip(head, one, other, strict=False):
        if left != right:
            yield Difference("row", f"{row}, {name}", shown(left), shown(right))


def _members(path: str, one: Any, other: Any) -> Iterator[Difference]:
    """Give where two values differ; no deeper than the record's own goes."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in dict.fromkeys([*other, *one]):
            here = f"{path}.{name}" if path else str(name)
            if name not in one or name not in other:
                yield Difference("member", here, _value(one, name), _value(other, name))
            else:
                yield from _members(here, one[name], other[name])
        if set(one) == set(other) and list(one) != list(other):
            left, right = next(pair for pair in zip(one, other, strict=True) if pair[0] != pair[1])
            yield Difference("member", f"{path}.{right}" if path else str(right), left, right)
    elif isinstance(one, list) and isinstance(other, list):
        yield from between(one, other, lambda n, a, b: _item(f"{path}[{n}]", a, b))
    elif not _same(one, other):
        yield Difference("member", path, shown(json.dumps(one)), shown(json.dumps(other)))


def _item(path: str, one: Any, other: Any) -> Iterator[Difference]:
    if one is None or other is None:
        texts = (None if item is None else shown(json.dumps(item)) for item in (one, other))
        yield Difference("member", path, *texts)
    else:
        yield from _members(path, one, other)


def _value(held: dict[str, Any], name: str) -> str | None:
    return shown(json.dumps(held[name])) if name in held else None


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same; `True` and `1` are not, nor are `1` and `1.0`."""
    try:
        return json.dumps(one) == json.dumps(other)
    except (ValueError, RecursionError):
        return False


def _shown(value: bytes | None) -> str | None:
    return None if value is None else shown(value)
