"""What may stand once only."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from tipfloor.meetingfile.draft import Row
from tipfloor.meetingfile.fault import Finding, spelled
from tipfloor.meetingfile.shown import found
from tipfloor.words import say


def repeated(
    rows: Iterable[Row], key: str, same: Callable[[str], Hashable] | None = None
) -> Iterator[Finding]:
    """Yield each value of a key that a former row has too; `same` says what counts as equal."""
    first: dict[Hashable, Row] = {}
    for row in rows:
        value = row.values.get(key)
        if value is None:
            continue
        former = first.setdefault(same(value) if same else value, row)
        if former is not row:
            place = spelled(former.at(key))
            yield row.at(key), say("faults.twice", found=found(value), place=place)
