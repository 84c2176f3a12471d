"""The face of the published record: its masthead, and what stands below the title."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.export.publication.sittings import sat_on
from tipfloor.export.signs import part_told
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import has, own_name, say
from tipfloor.words.dates import date_whole, dates_whole
from tipfloor.words.when import when


def masthead(snapshot: Snapshot) -> Iterator[str]:
    """Give the lines of the masthead that are stated, and the date of the record."""
    stated, closed = snapshot.whole.plan.publication, snapshot.whole.closed_at
    yield from filter(None, (stated.series, stated.symbol))
    day = stated.issued_on or (closed and closed.utc.astimezone(snapshot.whole.plan.zone).date())
    if day:
        yield date_whole(day)
    if stated.original_language:
        key = f"publication.language_{stated.original_language}"
        language = say(key) if has(key) else own_name(stated.original_language)
        yield say("publication.original", language=language)
    if stated.distribution:
        yield snapshot.own(stated.distribution)


def cover(snapshot: Snapshot) -> Iterator[str]:
    """Give the lines below the title: what it is, where and when, by whom, and of which part."""
    about, whole = snapshot.whole.plan.meeting, snapshot.whole
    kind = "corrigendum" if snapshot.scope.since else "report"
    yield say(f"publication.{kind}")
    yield from held_and_presented(snapshot)
    if whole.closed_at is None:
        now = when(snapshot.now, whole.plan.zone, with_day=True)
        yield say("publication.as_of", zone=about.time_zone, when=now)
    yield from part_told(snapshot)


def held_and_presented(snapshot: Snapshot) -> Iterator[str]:
    """Give where and when the meeting was held, and who presents its record."""
    about, whole = snapshot.whole.plan.meeting, snapshot.whole
    dates = dates_whole(about.days if snapshot.scope.part else sat_on(snapshot) or about.days)
    yield say("publication.place_and_dates", place=snapshot.own(about.place), dates=dates)
    if whole.plan.publication.sponsor:
        yield say("publication.presented_by", sponsor=snapshot.own(whole.plan.publication.sponsor))
