"""The table of times in the published record, where it is asked for: who spoke when, how long."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tipfloor.core.state.remark import Remark
from tipfloor.export.blocks import Block, Tabled
from tipfloor.export.paragraphs import name_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.tables import Table
from tipfloor.export.telltime import Times, times_at_all, times_of
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.marks import mark_text
from tipfloor.words.times import span_whole

HEAD = ("number", "time", "delegation", "spoken")
OF_THE_CLOCK = ("clock_went_back", "clock_went_ahead", "wall_clock")
"""Marks of a remark during which the machine's clock was set: they say nothing about who spoke."""

WIDTHS = (0.08, 0.27, 0.47, 0.18)


def times_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give a table of each session, and one of what was said outside of them."""
    meeting = snapshot.meeting
    spoken = [item for item in meeting.all_remarks if item.was_spoken]
    for session in meeting.plan.sessions:
        here = [item for item in spoken if item.session == session.code]
        if here:
            times = times_of(meeting, session.code, snapshot.now)
            title = say("publication.remarks_of", title=snapshot.own(session.title))
            yield _table(snapshot, here, times.over(x.given_at for x in here), title)
    known = {item.code for item in meeting.plan.sessions}
    outside = [item for item in spoken if item.session not in known]
    if outside:
        times = times_at_all(meeting, (item.given_at for item in outside))
        yield _table(snapshot, outside, times, say("publication.remarks_outside"))


def _table(snapshot: Snapshot, found: Sequence[Remark], times: Times, caption: str) -> Tabled:
    head = [say(f"export.column_{name}") for name in HEAD]
    right = [name in ("number", "spoken") for name in HEAD]
    rows = _rows(snapshot, found, times)
    told = (
        say("publication.time_line", number=number, time=time, name=name, spoken=spoken)
        for number, time, name, spoken in rows
    )
    lines = itertools.chain([caption], told)
    table = Table(head, WIDTHS, right, _rows(snapshot, found, times))
    return Tabled(table, lines, caption, anchors="times", number=len(found))


def _rows(
    snapshot: Snapshot, found: Sequence[Remark], times: Times
) -> Iterator[tuple[str, str, str, str]]:
    for remark in found:
        yield (
            str(remark.number),
            times.spanned(remark.given_at, remark.ended_at),
            _name(remark, snapshot),
            span_whole(remark.speaking(snapshot.now)),
        )


def _name(remark: Remark, snapshot: Snapshot) -> str:
    """Return whose remark it is, and whether its times of day are to be doubted."""
    name = name_of(remark.entry, snapshot.meeting.plan)
    why = beside(mark_text(mark) for mark in remark.marks if mark in OF_THE_CLOCK)
    return say("export.name_and_why", name=name, why=why) if why else name
