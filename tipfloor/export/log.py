"""The log as it is read in a terminal: a line for every event, then the remarks."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.course.resting import is_coded
from tipfloor.export.minutes import heading
from tipfloor.export.rows import rows
from tipfloor.export.snapshot import Scope, Snapshot, take
from tipfloor.export.telltime import times_at_all
from tipfloor.proceedings import Proceedings
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain
from tipfloor.words.times import day, span_exact, wall

COLUMNS = ("number", "given", "code", "delegation", "spoke", "over", "ended", "marks")
FLUSH_RIGHT = ("number", "spoke", "over")


def log_text(proceedings: Proceedings, *, rows: bool = False, language: str | None = None) -> str:
    """Return the whole log, undone lines included, without any sequence for a terminal.

    With `rows` each event has its position before it. Without a language it is the meeting's.
    """
    snapshot = take(proceedings, Scope(language=language))
    lines = [*heading(snapshot), say("export.record", where=snapshot.where)]
    lines += [*_events(snapshot, rows=rows), *_remarks(snapshot)]
    return "\n".join(plain(line) for line in lines) + "\n"


def _events(snapshot: Snapshot, *, rows: bool) -> Iterator[str]:
    """Give a line for every event, the days as headings."""
    width = len(str(len(snapshot.history)))
    zone, today = snapshot.meeting.plan.zone, ""
    several = len({item.told.by for item in snapshot.history}) > 1
    narrator = Narrator(snapshot.history, snapshot.meeting)
    for recorded in snapshot.history:
        line = narrator.line(recorded)
        if day(line.at, zone) != today:
            today = day(line.at, zone)
            yield from ("", today)
        text = say("export.log_undone", text=line.text) if line.undone else line.text
        if several and recorded.told.by:
            text = say("export.log_told_by", text=text, by=recorded.told.by)
        time = wall(line.at, zone, seconds=True)
        time = f"{line.position:>{width}}  {time}" if rows else time
        yield say("export.log_line", time=time, text=text)
        if recorded.event.at in snapshot.codes and is_coded(recorded):
            code = say("export.record_code", code=snapshot.codes[recorded.event.at])
            yield say("export.log_line", time=" " * len(time), text=code)


def _remarks(snapshot: Snapshot) -> Iterator[str]:
    """Give the remarks as a table, nothing where there are none."""
    cells = list(_cells(snapshot))
    if not cells:
        return
    table = [tuple(say(f"export.column_{name}") for name in COLUMNS), *cells]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    yield from ("", say("export.remarks"))
    for row in table:
        aligned = zip(COLUMNS, row, widths, strict=True)
        yield "  ".join(
            cell.rjust(width) if name in FLUSH_RIGHT else cell.ljust(width)
            for name, cell, width in aligned
        ).rstrip()


def _cells(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    meeting, now = snapshot.meeting, snapshot.now
    every = rows(snapshot)
    times = times_at_all(meeting, (remark.given_at for remark in meeting.all_remarks))
    for remark, row in zip(meeting.all_remarks, every, strict=True):
        over = remark.over_time(now)
        yield (
            str(row.number),
            times.told(remark.given_at),
            row.delegation_code,
            plain(row.delegation),
            span_exact(remark.speaking(now)),
            span_exact(over) if over else "",
            row.ended_by_text,
            beside(row.marks_text),
        )
