"""The remarks of a debate as speeches, parted where a point of order came into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.point import PointOfOrder
from tipfloor.core.state.remark import Pause, Remark
from tipfloor.export.akomantoso.references import role, speaker
from tipfloor.export.akomantoso.tree import add, eid, element, when
from tipfloor.export.orders.orders import point_told
from tipfloor.export.paragraphs import name_of
from tipfloor.export.rows import Row
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.joining import beside

Timed = tuple[Instant, Element]


def speeches(remark: Remark, row: Row, snapshot: Snapshot) -> Iterator[Timed]:
    """Give a remark: one speech, or what was said before, between and after points of order.

    A point of order cannot stand within a speech.
    """
    since: Instant | None = remark.given_at
    points = [item for item in snapshot.meeting.raised if item.remark == remark.id]
    nth = 0
    for pause, raised in _interruptions(remark, points):
        if since is not None:
            yield since, _speech(remark, row, snapshot, nth, since, pause.since)
            nth += 1
        yield from (point_of_order(point, snapshot) for point in raised)
        since = pause.until if _goes_on(remark, pause) else None
    if since is not None:
        yield since, _speech(remark, row, snapshot, nth, since, remark.ended_at)
    parted = {point.id for _, raised in _interruptions(remark, points) for point in raised}
    yield from (point_of_order(point, snapshot) for point in points if point.id not in parted)


def point_of_order(point: PointOfOrder, snapshot: Snapshot) -> Timed:
    """Return a point of order with when it was raised."""
    of = f"#{eid('delegation', point.delegation)}"
    made = element("pointOfOrder", eId=eid("point", str(point.id)), refersTo=of)
    add(made, "p", point_told(snapshot, point))
    return point.raised_at, made


def in_writing(found: Iterable[tuple[Remark, Row]], snapshot: Snapshot, code: str) -> list[Element]:
    """Return the statements that were handed in, none where there are none."""
    plan = snapshot.meeting.plan
    made = element("writtenStatements", eId=eid("written", code))
    for remark, row in found:
        if not remark.was_spoken:
            of = " ".join((speaker(remark.entry, plan), *_others(remark)))
            add(made, "p", name_of(remark.entry, plan), eId=f"remark-{row.number}", refersTo=of)
    return [made] if len(made) else []


def _interruptions(
    remark: Remark, points: list[PointOfOrder]
) -> Iterator[tuple[Pause, list[PointOfOrder]]]:
    """Give the pauses of a remark in which points of order were raised, with these."""
    for pause in remark.pauses:
        raised = [
            point
            for point in points
            if point.raised_at.reached(pause.since)
            and (pause.until is None or pause.until.reached(point.raised_at))
        ]
        if raised:
            yield pause, raised


def _goes_on(remark: Remark, pause: Pause) -> bool:
    """Tell whether the speaker went on after a pause."""
    if pause.until is None:
        return False
    return remark.ended_at is None or not pause.until.reached(remark.ended_at)


def _speech(
    remark: Remark, row: Row, snapshot: Snapshot, nth: int, since: Instant, until: Instant | None
) -> Element:
    plan, entry = snapshot.meeting.plan, remark.entry
    number = f"remark-{row.number}"
    made = element(
        "speech",
        eId=f"{number}-{nth + 1}" if nth else number,
        by=speaker(entry, plan),
        startTime=when(since, plan),
    )
    if as_ := role(entry, plan):
        made.set("as", as_)
    if until is not None:
        made.set("endTime", when(until, plan))
    if others := _others(remark):
        made.set("refersTo", " ".join(others))
    name = name_of(entry, plan)
    add(made, "from", beside([name, row.speaker]) if row.speaker else name)
    add(made, "p")
    return made


def _others(remark: Remark) -> list[str]:
    """Return the references to those on whose behalf a delegation spoke."""
    return [f"#{eid('delegation', code)}" for code in remark.entry.on_behalf_of]
