"""What a file has otherwise than the one that its record makes, by place, the first ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from msgspec import Struct

MOST = 20
"""Differences that are named one by one."""

LONGEST = 80
"""Characters of a text that is shown."""


class Difference(Struct, frozen=True):
    """A place by its kind and name, and what stands there; None where nothing does."""

    kind: str
    place: str
    in_file: str | None
    in_record: str | None


T = TypeVar("T")


def between(
    in_file: Sequence[T],
    in_record: Sequence[T],
    told: Callable[[int, T | None, T | None], Iterator[Difference]],
) -> Iterator[Difference]:
    """Give the differences of two lists whose like beginnings and ends are passed over.

    Each is told with its place in the record's list, from 0.
    """
    shorter = min(len(in_file), len(in_record))
    first = next((n for n in range(shorter) if in_file[n] != in_record[n]), shorter)
    last = next((n for n in range(shorter - first) if in_file[-1 - n] != in_record[-1 - n]), None)
    last = shorter - first if last is None else last
    left = in_file[first : len(in_file) - last]
    right = in_record[first : len(in_record) - last]
    same = len(left) == len(right)
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else None
        other = right[place] if place < len(right) else None
        if one != other:
            yield from told(first + place, one, other)
            if not same and place >= MOST:
                return


def first_of(found: Iterator[Difference]) -> list[Difference]:
    """Return no more differences than are named, and one by which it is seen that there are."""
    return list(islice(found, MOST + 1))


def shown(value: object) -> str:
    """Return a value short enough to be told."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
