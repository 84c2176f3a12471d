"""The sittings of a meeting in the published record: opened, closed, suspended, presided over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tipfloor.core.ground.instant import Instant
from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import Sitting, Suspension, sitting_of
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.registration.attendance import was_there
from tipfloor.export.registration.presiding import officers_between
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import Times, local_date
from tipfloor.words import count, say
from tipfloor.words.dates import dates_whole
from tipfloor.words.joining import apart
from tipfloor.words.when import between, when


def sittings_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give where and when the meeting was held, its sittings, and who presided over each."""
    meeting = snapshot.meeting
    about = meeting.plan.meeting
    yield Heading(1, say("publication.sittings"))
    days = sat_on(snapshot) or about.days
    place = snapshot.own(about.place)
    held = count("publication.met", len({*days}), place=place, dates=dates_whole(days))
    yield Paragraph(held, numbered=True)
    for sitting in meeting.sittings:
        yield Paragraph(" ".join(_sitting(sitting, snapshot)), numbered=True)
        yield from _codes(sitting, snapshot)
    if closed := closed_at(meeting):
        told = when(closed, meeting.plan.zone, with_day=True)
        yield Paragraph(say("publication.closed", when=told), numbered=True)
        if closed in snapshot.codes:
            yield Paragraph(say("export.record_code", code=snapshot.codes[closed]))


def sat_on(snapshot: Snapshot) -> tuple[date, ...]:
    """Return the days on which the meeting sat."""
    return tuple(date.fromisoformat(item.day) for item in snapshot.meeting.sittings)


def closed_at(meeting: Meeting) -> Instant | None:
    """Return when the meeting was closed, None for a part that has not its last sitting."""
    closed = meeting.closed_at
    last = meeting.sittings[-1] if meeting.sittings else None
    return closed if closed and last and sitting_of([last], closed) else None


def _sitting(sitting: Sitting, snapshot: Snapshot) -> Iterator[str]:
    meeting, zone = snapshot.meeting, snapshot.meeting.plan.zone
    ended = sitting.ended_at or meeting.closed_at
    began = when(sitting.began_at, zone, with_day=True)
    if ended is None:
        yield say("publication.sitting_on", number=sitting.number, began=began)
    else:
        over = Times(zone, local_date(sitting.began_at, zone)).when(ended)
        yield say("publication.sitting", number=sitting.number, began=began, ended=over)
    if officers := officers_between(snapshot, sitting.began_at, ended or snapshot.now):
        yield say("publication.presided", officers=apart(officers))
    stops: list[object] = [
        _stop(stop, meeting) for stop in meeting.frozen if _within(stop, sitting, meeting)
    ]
    if stops:
        yield say("publication.suspended", stops=tuple(stops))
    if sitting.number == 1:
        yield from _present(snapshot)


def _codes(sitting: Sitting, snapshot: Snapshot) -> Iterator[Block]:
    """Give the code of the record at the end of a sitting, as a line to be compared."""
    meeting = snapshot.meeting
    for stop in meeting.frozen:
        if stop.since in snapshot.codes and sitting_of(meeting.sittings, stop.since) == sitting:
            yield Paragraph(say("export.record_code", code=snapshot.codes[stop.since]))


def _within(stop: Suspension, sitting: Sitting, meeting: Meeting) -> bool:
    """Tell whether a sitting stood still for a while and went on."""
    if stop.kind != "suspension" or sitting_of(meeting.sittings, stop.since) != sitting:
        return False
    ended = sitting.ended_at
    return ended is None or stop.until is None or ended.reached(stop.until)


def _stop(stop: Suspension, meeting: Meeting) -> object:
    zone = meeting.plan.zone
    if stop.until is None:
        return say("publication.stop_on", since=when(stop.since, zone))
    return between(stop.since, stop.until, zone)


def _present(snapshot: Snapshot) -> Iterator[str]:
    """Tell how many were there when the ceremony of opening began, and the quorum if it was met."""
    meeting = snapshot.meeting
    kinds = {item.code: item.kind for item in meeting.plan.moments}
    held = (item for item in meeting.moments if kinds.get(item.code) == "opening_ceremony")
    at = next((item.started_at for item in held), None)
    if at is None or not meeting.attendance:
        return
    there = frozenset(stay.delegation for stay in meeting.attendance if was_there(stay, at))
    found = quorum(meeting.having(checked_in=there), "open")
    yield count("publication.present", found.present)
    if found.needed and found.met:
        yield say("publication.quorum", needed=found.needed)
