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
from tipfloor.words import count, say
from tipfloor.words.calendar import apart
from tipfloor.words.dates import date_whole, dates_whole
from tipfloor.words.times import wall


def sittings_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give where and when the meeting was held, its sittings, and who presided over each."""
    meeting = snapshot.meeting
    about = meeting.plan.meeting
    yield Heading(1, say("publication.sittings"))
    dates = dates_whole(sat_on(snapshot) or about.days)
    yield Paragraph(
        say("publication.met", place=snapshot.own(about.place), dates=dates), numbered=True
    )
    for sitting in meeting.sittings:
        yield Paragraph(" ".join(_sitting(sitting, snapshot)), numbered=True)
    if closed := closed_at(meeting):
        yield Paragraph(say("publication.closed", **when(closed, meeting)), numbered=True)
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


def when(at: Instant, meeting: Meeting) -> dict[str, str]:
    """Return the day and the time of day of an instant in words."""
    day = date_whole(at.utc.astimezone(meeting.plan.zone).date())
    return {"day": day, "time": wall(at, meeting.plan.zone)}


def _sitting(sitting: Sitting, snapshot: Snapshot) -> Iterator[str]:
    meeting = snapshot.meeting
    ended = sitting.ended_at or meeting.closed_at
    began = when(sitting.began_at, meeting)
    facts: dict[str, object] = {"number": sitting.number}
    if ended is None:
        yield say("publication.sitting_on", day=began["day"], began=began["time"], **facts)
    else:
        over = when(ended, meeting)
        key = "sitting" if over["day"] == began["day"] else "sitting_over_days"
        facts |= {"day": began["day"], "began": began["time"]}
        yield say(f"publication.{key}", ended=over["time"], last_day=over["day"], **facts)
    if officers := officers_between(snapshot, sitting.began_at, ended or snapshot.now):
        yield say("publication.presided", officers=apart(officers))
    stops = [_stop(stop, meeting) for stop in meeting.frozen if _within(stop, sitting, meeting)]
    if stops:
        yield say("publication.suspended", stops=", ".join(stops))
    if sitting.number == 1:
        yield from _present(snapshot)
    for stop in meeting.frozen:
        if stop.since in snapshot.codes and sitting_of(meeting.sittings, stop.since) == sitting:
            yield say("export.record_code", code=snapshot.codes[stop.since])


def _within(stop: Suspension, sitting: Sitting, meeting: Meeting) -> bool:
    """Tell whether a sitting stood still for a while and went on."""
    if stop.kind != "suspension" or sitting_of(meeting.sittings, stop.since) != sitting:
        return False
    ended = sitting.ended_at
    return ended is None or stop.until is None or ended.reached(stop.until)


def _stop(stop: Suspension, meeting: Meeting) -> str:
    since = wall(stop.since, meeting.plan.zone)
    if stop.until is None:
        return say("publication.stop_on", since=since)
    return say("publication.stop", since=since, until=wall(stop.until, meeting.plan.zone))


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
