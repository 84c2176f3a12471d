"""The programme of a meeting as iCalendar, so that delegations have its sessions in calendars.

An event keeps its UID for good. Calendars take a change only with a higher SEQUENCE, so it is made
from the time of the last change, and never falls: whoever lost the former file still moves events.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Conference, Event
from icalendar.enums import STATUS

from tipfloor.core.plan.plan import MomentPlan, Plan, SessionPlan
from tipfloor.export.program import program
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.slug import slug

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""From when the seconds of a SEQUENCE count."""

HIGHEST = 2**31 - 1
"""The highest SEQUENCE that there is."""

REFRESH = timedelta(hours=1)
"""How often a calendar that subscribed should look for changes."""

AROUND = timedelta(days=400)
"""For how long before and after the meeting the rules of its time zone are given."""

TOLD = ("dtstart", "dtend", "summary", "description", "location", "conference", "status")
"""What of an event is a change of it."""

Item = MomentPlan | SessionPlan


class NoCalendar(ValueError):
    """A former file that is no programme of this meeting."""


def planned_items(plan: Plan) -> list[Item]:
    """Return what stands in the programme: sessions, and moments of which no session has a time."""
    found: list[Item] = []
    for moment in plan.moments:
        sessions = plan.sessions_of(moment.code)
        found += sessions if any(item.starts for item in sessions) else [moment]
    return found


def calendar(
    plan: Plan, changed: datetime, former: bytes | None = None, webcast: str | None = None
) -> bytes:
    """Return the programme; items without a planned time are left out.

    A `webcast` that is named stands in place of the meeting file's. `changed` is when the programme
    was changed last. With the former file only what differs gets a higher SEQUENCE, and what is no
    more is cancelled. Raises NoCalendar.
    """
    language = plan.meeting.language
    made = Calendar.new(
        name=plain(plan.meeting.title),
        prodid=f"-//tipfloor//{program().split(',')[0]}//{language.upper()}",
        uid=_uid(plan, ""),
        method="PUBLISH",
        last_modified=changed,
        language=language,
    )
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    before = _events(former, plan) if former is not None else {}
    now = {str(event["uid"]): event for event in _planned(plan, changed, webcast)}
    for uid, event in now.items():
        made.add_component(_numbered(event, before.get(uid), changed))
    for uid, event in before.items():
        if uid not in now:
            made.add_component(_cancelled(event, changed))
    first, last = min(plan.meeting.days), max(plan.meeting.days)
    made.add_missing_timezones(first - AROUND, last + AROUND)
    return bytes(made.to_ical(sorted=True))


def sequence_of(changed: datetime) -> int:
    """Return the SEQUENCE of what was changed at a time."""
    return min(max(0, int((changed - EPOCH).total_seconds())), HIGHEST)


def _planned(plan: Plan, changed: datetime, webcast: str | None) -> Iterator[Event]:
    address = webcast or plan.meeting.webcast
    seen = [] if address is None else [_conference(address)]
    for item in planned_items(plan):
        if item.starts is not None:
            yield _event(item, item.starts, plan, changed, seen)


def _event(
    item: Item, starts: datetime, plan: Plan, changed: datetime, seen: list[Conference]
) -> Event:
    about = plan.meeting
    return Event.new(
        uid=_uid(plan, item.code),
        stamp=changed,
        start=starts.replace(tzinfo=plan.zone),
        end=item.ends.replace(tzinfo=plan.zone) if item.ends else None,
        summary=plain(item.title),
        description=plain(item.topic) if isinstance(item, SessionPlan) else None,
        location=plain(about.place),
        categories=[plain(about.short_title)],
        conferences=seen,
        status=STATUS.CONFIRMED,
    )


def _conference(address: str) -> Conference:
    return Conference(address, feature=["AUDIO", "VIDEO"], label=say("export.webcast"))


def _uid(plan: Plan, code: str) -> str:
    """Return the id of an item, made from its code and the title of the meeting."""
    name = f"tipfloor:{slug(plan.meeting.title)}:{plan.meeting.days[0].isoformat()[:4]}:{code}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _events(former: bytes, plan: Plan) -> Mapping[str, Event]:
    """Return the events of the former file by their ids. Raises NoCalendar."""
    try:
        read = Calendar.from_ical(former.decode("utf-8-sig"))
        assert isinstance(read, Calendar)
        found = {str(event["uid"]): event for event in read.events}
    except (ValueError, KeyError, IndexError, AssertionError):
        raise NoCalendar("unreadable") from None
    if str(read.get("uid")) != _uid(plan, ""):
        raise NoCalendar("other_meeting")
    return found


def _numbered(event: Event, before: Event | None, changed: datetime) -> Event:
    """Return an event with its SEQUENCE: that of the former file where nothing of it changed."""
    if before is not None and _told(before) == _told(event):
        return before
    event.sequence = _raised(before, changed)
    return event


def _cancelled(event: Event, changed: datetime) -> Event:
    if event.status != STATUS.CANCELLED:
        event.sequence = _raised(event, changed)
        event.status = STATUS.CANCELLED
        event.stamp = changed
    return event


def _raised(before: Event | None, changed: datetime) -> int:
    """Return a SEQUENCE that is higher than the former one, if there was one."""
    least = 0 if before is None else int(before.sequence or 0) + 1
    return min(max(least, sequence_of(changed)), HIGHEST)


def _told(event: Event) -> list[Any]:
    """Return what of an event is compared, as it stands in a file."""
    found = (event.get(name) for name in TOLD)
    return [None if x is None else _value(x) for x in found]


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(map(_value, value))
    told = value.to_ical()
    zone = str(getattr(value, "params", {}).get("TZID", ""))
    return zone + (told.decode() if isinstance(told, bytes) else str(told))
