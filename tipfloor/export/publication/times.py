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
from tipfloor.words.times import span_whole

HEAD = ("number", "time", "delegation", "spoken")
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
            name_of(remark.entry, snapshot.meeting.plan),
            span_whole(remark.speaking(snapshot.now)),
        )
