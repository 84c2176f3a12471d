"""The table of the plan: every moment and session as planned, as held, and as forecast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from tipfloor.core.reckoning.planned import Span
from tipfloor.core.reckoning.timetable import Row, timetable
from tipfloor.standing.line import Line, Lines, Role
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import whole_minutes
from tipfloor.words import say
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.subjects import session_title
from tipfloor.words.times import date_of, hour, weekday

SPAN = 11
"""Cells of a start and an end, such as "10:45-12:30"."""

NUMBER = 6
APART = 6
WIDEST_TITLE = 76
"""Cells of a title beyond which the times would stand too far from it."""


def times_table(outlook: Outlook, width: int) -> Lines:
    """Return a line for each moment and session, under the day on which it is or was."""
    return tuple(line for line, _ in marked_lines(outlook, width))


def times_head(outlook: Outlook, width: int) -> Line:
    """Return the heading of the columns."""
    title, planned, held, apart, ahead = (
        say(f"desk.times_{name}") for name in ("title", "planned", "held", "apart", "forecast")
    )
    cells = _cells("", title, planned, held, f"{apart:>{APART}}", ahead, width)
    return Line.of((" ".join(["", *cells]), "quiet"))


def marked_lines(outlook: Outlook, width: int) -> Iterator[tuple[Line, bool]]:
    """Yield the lines of the table, and of each whether it is what is on now.

    A day stands before the first that is on it.
    """
    zone, shown = outlook.meeting.plan.zone, None
    for row in timetable(outlook.meeting, outlook.now):
        on = _day_of(row, zone)
        if on is not None and on != shown:
            yield Line.of((f"{'':<{NUMBER}}  {date_of(on)}", "quiet")), False
            shown = on
        yield _line(row, zone, on, width), row.current


def _line(row: Row, zone: ZoneInfo, on: date | None, width: int) -> Line:
    number = roman(row.number).lower() if row.number else ""
    title = plain(row.title) if row.number else f"  {session_title(row.title, row.topic)}"
    late = row.late_start if row.late_end is None else row.late_end
    apart = "" if late is None else minutes(late)
    planned, ahead = _span(row.planned, zone, on), _span(row.forecast, zone, on)
    cells = _cells(number, title, planned, _held(row, zone, on), apart, ahead, width)
    number, title, planned, held, apart, ahead = cells
    role: Role = "strong" if row.current else "quiet" if row.ended else "plain"
    difference: Role = "caution" if late and late > timedelta(0) else "good"
    mark = "►" if row.current else " "
    return Line.of(
        (f"{mark}{number} {title} {planned} {held} ", role),
        (apart, difference),
        (f" {ahead}", role),
    )


def _cells(
    number: str, title: str, planned: str, held: str, apart: str, ahead: str, width: int
) -> tuple[str, ...]:
    """Return the cells of a line, each of its width; the title has what is left."""
    room = min(WIDEST_TITLE, max(8, width - 1 - NUMBER - 3 * SPAN - APART - 5))
    fitted = Line.of(title).truncated(room, pad=True).text
    spans = (f"{text:<{SPAN}}" for text in (planned, held, ahead))
    first, second, third = spans
    return f"{number:>{NUMBER}}", fitted, first, second, f"{apart:>{APART}}", third


def minutes(late: timedelta) -> str:
    """Return a difference in minutes, such as "+15", "-4" or "+1:05"."""
    whole = whole_minutes(late)
    if whole == 0:
        return "0"
    hours, rest = divmod(whole, 60)
    figure = f"{hours}:{rest:02}" if hours else str(rest)
    return f"{'+' if late > timedelta(0) else '-'}{figure}"


def _day_of(row: Row, zone: ZoneInfo) -> date | None:
    """Return the day under which a row stands: that on which it was, will be, or should be."""
    spans = (row.forecast, row.planned)
    at = row.began or next((span[0] for span in spans if span), None)
    return at.astimezone(zone).date() if at else None


def _held(row: Row, zone: ZoneInfo, on: date | None) -> str:
    if row.began is None:
        return ""
    if row.ended:
        return _span((row.began, row.ended), zone, on)
    return f"{row.began.astimezone(zone):%H:%M}-"


def _span(span: Span | None, zone: ZoneInfo, on: date | None) -> str:
    """Return a span on the day of its row, an end on another by its weekday alone.

    A span that begins on another day has room for its weekday and start only.
    """
    if span is None:
        return ""
    starts, ends = (at.astimezone(zone) for at in span)
    if on is not None and starts.date() != on:
        return hour(span[0], zone, on)
    same = ends.date() == starts.date()
    return f"{starts:%H:%M}-{f'{ends:%H:%M}' if same else weekday(ends)}"
