"""The day as the hall sees it: every moment and session as planned, held and forecast."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.reckoning.planned import Span
from tipfloor.core.reckoning.timetable import Row, timetable
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.words import speaking
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.times import date_of, iso_of


class Item(Struct, frozen=True):
    """A moment by its numeral, or a session with its topic; times in ISO 8601, None if unknown."""

    numeral: str
    title: str
    topic: str
    day: str
    current: bool
    planned_start: str | None
    planned_end: str | None
    actual_start: str | None
    actual_end: str | None
    forecast_start: str | None
    forecast_end: str | None


class Agenda(Struct, frozen=True):
    """Every moment with its sessions, in order."""

    position: int
    language: str
    items: tuple[Item, ...]


def agenda(proceedings: LiveProceedings, language: str) -> Agenda:
    """Return the agenda as it stands, in a language."""
    meeting, now = proceedings.current()
    plan = meeting.plan.spoken_in(language)
    spoken = as_of(meeting.having(plan=plan), now)
    with speaking(language):
        items = tuple(_item(row, plan.zone) for row in timetable(spoken, now))
    return Agenda(meeting.position, language, items)


def _item(row: Row, zone: ZoneInfo) -> Item:
    planned, forecast = _both(row.planned, zone), _both(row.forecast, zone)
    first = next((at for at in (row.began, *_starts(row)) if at is not None), None)
    return Item(
        numeral=roman(row.number) if row.number else "",
        title=plain(row.title),
        topic=plain(row.topic),
        day=date_of(first.astimezone(zone).date()) if first else "",
        current=row.current,
        planned_start=planned[0],
        planned_end=planned[1],
        actual_start=_time(row.began, zone),
        actual_end=_time(row.ended, zone),
        forecast_start=forecast[0],
        forecast_end=forecast[1],
    )


def _starts(row: Row) -> tuple[datetime | None, ...]:
    return tuple(span[0] if span else None for span in (row.forecast, row.planned))


def _both(span: Span | None, zone: ZoneInfo) -> tuple[str | None, str | None]:
    return (_time(span[0], zone), _time(span[1], zone)) if span else (None, None)


def _time(at: datetime | None, zone: ZoneInfo) -> str | None:
    return iso_of(at, zone) if at else None
