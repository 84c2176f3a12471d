"""Rows of a record become the events that they tell, as far as the chain vouches for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tipfloor.core.course.unread import RowUnread
from tipfloor.core.ground.event import (
    Event,
    Recorded,
    Told,
    UnreadableEvent,
    decode,
    is_joined,
)
from tipfloor.store import Row, StoreFault
from tipfloor.store.chain import flaws
from tipfloor.store.protocol import FIRST_DIGEST

MOST_MISSING = 100_000
"""Rows that can be missing between two; more are a position that no record comes to."""


class RecordDamaged(StoreFault):
    """A record whose rows cannot be read as events; `detail` is the first such position."""


class Place(NamedTuple):
    """How far a record was read: the position and digest of the last row, its event and act."""

    position: int = 0
    digest: str = FIRST_DIGEST
    last: Event | None = None
    act: str = ""


class Read(NamedTuple):
    """What was read: events, how far, and the first position that is missing or altered."""

    events: list[Recorded]
    place: Place
    broken: int | None


def read_on(rows: Sequence[Row], after: Place, where: str) -> Read:
    """Read the rows behind a place.

    A row that is missing, or altered beyond reading, leaves an event that tells nothing, so that
    positions stay dense. Raises RecordDamaged where not even that is possible.
    """
    found = list(flaws(rows, after.position, after.digest))
    events = list(_events(rows, {flaw.row for flaw in found}, after, where))
    if not events:
        return Read([], after, None)
    _, event, told = events[-1]
    place = Place(rows[-1].position, rows[-1].digest, event, told.act)
    return Read(events, place, min((flaw.position for flaw in found), default=None))


_told: Callable[[tuple[str, str, str, str]], Told] = partial(tuple.__new__, Told)
_recorded: Callable[[tuple[int, Event, Told]], Recorded] = partial(tuple.__new__, Recorded)
"""What Told and Recorded do themselves, in half the time."""


def _events(
    rows: Sequence[Row], doubtful: set[int], after: Place, where: str
) -> Iterator[Recorded]:
    position, last, act = after.position, after.last, after.act
    for row in rows:
        if row.position != position + 1:
            if row.position - position > MOST_MISSING:
                raise RecordDamaged("damaged", where, str(position + 1))
            for missing in range(position + 1, row.position):
                yield Recorded(missing, _unread(last, missing, where))
        position = row.position
        try:
            last = decode(row.kind, row.version, row.body)
        except UnreadableEvent as error:
            last = _instead(row, last, where, error, doubtful=position in doubtful)
        act = row.act or _former_act(row, act)
        yield _recorded((position, last, _told((act, row.by, row.at, row.digest))))


def told_by(row: Row, act: str) -> Told:
    """Return what a row says of its act, who told it and when."""
    return Told(act, row.by, row.at, row.digest)


def _former_act(row: Row, former: str) -> str:
    """Return the act of a row of a former schema, which only said whether it goes on with one."""
    return former if is_joined(row.version, row.body) else f"row {row.position}"


def _instead(
    row: Row, last: Event | None, where: str, error: UnreadableEvent, *, doubtful: bool
) -> Event:
    """Return what stands for a row that is no event, which the chain may have doubted already."""
    if doubtful:
        return _unread(last, row.position, where)
    code = "event_newer" if error.newer else "damaged"
    raise RecordDamaged(code, where, str(row.position)) from error


def _unread(last: Event | None, position: int, where: str) -> Event:
    """Return what stands for a row that cannot be read; without the first there is no meeting."""
    if last is None:
        raise RecordDamaged("damaged", where, str(position))
    return RowUnread(at=last.at)
