"""The chain: each row's SHA-256 digest covers the former digest and the row's own content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from tipfloor.store.protocol import FIRST_DIGEST, Row, Unsealed


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


def first_bad_position(rows: Iterable[Row]) -> int | None:
    """Return the first position that is missing or does not match its digest, None if all do."""
    former = FIRST_DIGEST
    for expected, row in enumerate(rows, start=1):
        if row.position != expected:
            return expected
        if row.digest != digest(former, *row[:4]):
            return expected
        former = row.digest
    return None
