"""Speaking time as the minutes end with it: totals, a row each delegation, who did not speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tipfloor.core.reckoning.pace import changeovers
from tipfloor.core.reckoning.statistics import CUTS, Cut, total
from tipfloor.core.reckoning.statistics import Figures as Counted
from tipfloor.core.reckoning.unspoken import not_spoken
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.blocks import Bars, Tabled
from tipfloor.export.reckoning.figures import (
    CUTS_DRAWN,
    PlannedAndActual,
    name_in_files,
    planned_and_actual,
)
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.tables import Table
from tipfloor.words import count, say
from tipfloor.words.calendar import percent
from tipfloor.words.figures import unspoken_name
from tipfloor.words.joining import beside
from tipfloor.words.lengths import length_exact, length_in_full
from tipfloor.words.plain import plain
from tipfloor.words.times import span_whole

COLUMNS = {
    "delegation": 0.36,
    "remarks": 0.17,
    "speaking": 0.18,
    "share": 0.13,
    "over_time": 0.16,
}
"""The columns of the table, and the share of the page that each takes."""

LENGTHS = {"held": 0.46, "planned": 0.18, "actual": 0.18, "difference": 0.18}
"""Those of the table of what was held."""


def figures_told(snapshot: Snapshot) -> Iterator[str | Tabled | Bars]:
    """Tell how much was spoken, by whom, and who did not: paragraphs, tables and drawings.

    Times are told to the millisecond, so that what is read adds up; what is divided is rounded to
    it, and said to be. A delegation of which nothing is known but that a request was refused has
    no row: it is named among those who did not speak.
    """
    meeting = snapshot.meeting
    counted = {cut: CUTS[cut](meeting, snapshot.now) for cut in CUTS_DRAWN}
    every = total(counted["delegation"])
    found = {cut: [x for x in some if x.remarks or x.written] for cut, some in counted.items()}
    yield " ".join([*_totals(every), say("statistics.rounding")])
    for cut in ("topic", "session"):
        if found[cut]:
            yield _table(meeting, found[cut], every, cut)
    for office in (False, True):
        some = [item for item in found["delegation"] if item.office is office]
        if some:
            yield _table(meeting, some, every, "delegation", office=office)
    left = [unspoken_name(meeting, item) for item in not_spoken(meeting)]
    if left:
        yield say("statistics.have_not_spoken", names=tuple(left))
    for seen in changeovers(meeting, snapshot.whole)[:1]:
        times = {"mean": length_in_full(seen.mean), "median": length_in_full(seen.median)}
        yield count("statistics.changeovers_told", seen.number, **times)
    for cut, some in found.items():
        name, spoke = f"by_{cut}", [item for item in some if item.remarks]
        bars = tuple((name_in_files(meeting, cut, item), item.speaking) for item in spoke)
        if some:
            yield Bars(say(f"export.chart_{name}"), bars)


def _table(
    meeting: Meeting, found: list[Counted], every: Counted, cut: Cut, *, office: bool = False
) -> Tabled:
    first = "office" if office else cut
    caption = say(f"statistics.table_of_{first}")
    head = [first, *list(COLUMNS)[1:]]
    return Tabled(
        Table(
            head=[say(f"statistics.head_{name}") for name in head],
            widths=tuple(COLUMNS.values()),
            right=[name != first for name in head],
            rows=[_row(meeting, cut, item, every) for item in found],
        ),
        lines=(caption, *(_line(meeting, cut, item, every) for item in found)),
        caption=caption,
    )


def lengths_told(snapshot: Snapshot) -> Tabled | None:
    """Return what was held, for how long it was to be and was, and the difference."""
    held = planned_and_actual(snapshot)
    if not held:
        return None
    head = [say(f"statistics.head_{name}") for name in LENGTHS]
    rows = [tuple(_lengths(row, span_whole).values()) for row in held]
    right = [name != "held" for name in LENGTHS]
    lines = (_length_line(_lengths(row, length_exact)) for row in held)
    caption = say("export.sheet_planned_and_actual")
    return Tabled(Table(head, tuple(LENGTHS.values()), right, rows), lines, caption)


def _lengths(row: PlannedAndActual, told: Callable[[int], str]) -> dict[str, str]:
    """Return the name of a part that was held, with its lengths as they are to be told."""
    seconds = (row.planned_seconds, row.actual_seconds, row.difference_seconds)
    lengths = ("" if x is None else told(round(x * 1000)) for x in seconds)
    return dict(zip(LENGTHS, (plain(row.moment or row.session or ""), *lengths), strict=True))


def _length_line(told: dict[str, str]) -> str:
    if told["difference"]:
        return say("statistics.line_held_difference", **told)
    return say(
        "statistics.line_held_planned" if told["planned"] else "statistics.line_held", **told
    )


def _totals(every: Counted) -> Iterator[str]:
    yield say(
        "statistics.totals",
        remarks=count("statistics.totals_remarks", every.remarks),
        speaking=length_exact(every.speaking),
        mean=length_exact(every.mean),
        over=length_exact(every.over_time),
    )
    for name in ("replies", "written", "refusals"):
        if number := getattr(every, name):
            yield count(f"statistics.totals_{name}", number)


def _row(meeting: Meeting, cut: Cut, item: Counted, every: Counted) -> tuple[str, ...]:
    return (
        name_in_files(meeting, cut, item),
        str(item.remarks),
        span_whole(item.speaking),
        percent(item.share(every.speaking)),
        span_whole(item.over_time) if item.over_time else "",
    )


def _line(meeting: Meeting, cut: Cut, item: Counted, every: Counted) -> str:
    parts = [
        say(
            "statistics.line",
            name=name_in_files(meeting, cut, item),
            remarks=count("statistics.line_remarks", item.remarks),
            speaking=length_exact(item.speaking),
            share=percent(item.share(every.speaking)),
        )
    ]
    if item.over_time:
        parts.append(say("statistics.line_over", over=length_exact(item.over_time)))
    if item.written:
        parts.append(say("statistics.line_written", number=item.written))
    return beside(parts)
