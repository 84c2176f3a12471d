"""The meeting's time zone and days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

from tipfloor.core.plan.zones import zone_named
from tipfloor.meetingfile.alike import folded, with_nearest
from tipfloor.meetingfile.draft import Draft
from tipfloor.meetingfile.fault import Finding
from tipfloor.meetingfile.shape import expected
from tipfloor.meetingfile.shown import found
from tipfloor.words import say


def zone_of(draft: Draft) -> ZoneInfo | None:
    """Return the meeting's time zone; None where there is no such zone."""
    name = draft.meeting.text("time_zone")
    return None if name is None else zone_named(name)


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield a zone that does not exist, and days that do not ascend."""
    yield from _zone(draft)
    yield from _days(draft)
    yield from _languages(draft)


def _zone(draft: Draft) -> Iterator[Finding]:
    meeting = draft.meeting
    name = meeting.values.get("time_zone")
    if isinstance(name, str) and (name != name.strip() or zone_of(draft) is None):
        path = meeting.at("time_zone")
        words = say("faults.unfit", found=found(name), expected=expected(path))
        yield path, _with_nearest_zone(words, name)


def _with_nearest_zone(words: str, name: str) -> str:
    from zoneinfo import available_timezones  # walks through folders: only a fault needs it

    zones = available_timezones()
    slip = folded(name.replace(" ", "_"))
    cities = sorted(zone for zone in zones if folded(zone.rpartition("/")[2]) == slip)
    return with_nearest(words, cities[0] if slip and cities else slip, zones)


def _days(draft: Draft) -> Iterator[Finding]:
    for place, (former, day) in enumerate(pairwise(draft.days), 1):
        if day <= former:
            path = draft.meeting.at("days", place)
            yield path, say("faults.days_order", day=day, former=former)


def _languages(draft: Draft) -> Iterator[Finding]:
    meeting = draft.meeting
    languages = meeting.values.get("languages", ())
    for place, language in enumerate(languages):
        if language in languages[:place]:
            path = meeting.at("languages", place)
            yield path, say("faults.language_twice", language=language)
    own = meeting.text("language")
    if languages and own and own != languages[0]:
        yield meeting.at("language"), say("faults.language_first", first=languages[0])
