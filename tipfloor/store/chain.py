"""The chain: each row's SHA-256 digest covers the former digest and the row's own content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from tipfloor.store.protocol import FIRST_DIGEST, Row, Unsealed


class Flaw(NamedTuple):
    """A break of the chain: the position that is missing or altered, and the row found there.

    Of a position that is missing, `row` is the next one there is, which nothing vouches for.
    """

    position: int
    row: int


def digest(former: str, position: int, kind: str, version: int, body: str) -> str:
    """Return the digest, 64 hexadecimal digits, of a row that follows one with digest `former`."""
    content = f"{former}\n{position}\n{kind}\n{version}\n{body}"
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def seal(former: str, after: int, events: Sequence[Unsealed]) -> list[Row]:
    """Give events their positions behind `after` and the digests that chain them."""
    rows: list[Row] = []
    for position, event in enumerate(events, start=after + 1):
        former = digest(former, position, *event)
        rows.append(Row(position, *event, former))
    return rows


def flaws(rows: Iterable[Row], after: int = 0, former: str = FIRST_DIGEST) -> Iterator[Flaw]:
    """Give every break of the chain in rows that follow position `after` with digest `former`.

    Behind a break the chain is taken up again from the digest that is stored there.
    """
    expected = after + 1
    for row in rows:
        if row.position != expected or row.digest != digest(former, *row[:4]):
            yield Flaw(expected, row.position)
        expected, former = row.position + 1, row.digest


def first_bad_position(rows: Iterable[Row]) -> int | None:
    """Return the first position that is missing or does not match its digest, None if all do."""
    flaw = next(flaws(rows), None)
    return flaw.position if flaw else None
