"""The annexes of the published record: agenda and schedule, documents, participants, times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from tipfloor.core.plan.plan import DelegationPlan, MomentPlan, SessionPlan
from tipfloor.core.state.document import documents
from tipfloor.export.blocks import Block, Heading, Paragraph, Tabled
from tipfloor.export.documents.adopting import symbol_of
from tipfloor.export.publication.officers import people_of
from tipfloor.export.publication.times import times_told
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.tables import Table
from tipfloor.words import say
from tipfloor.words.alphabet import in_order, order_told
from tipfloor.words.dates import date_whole
from tipfloor.words.joining import apart
from tipfloor.words.numerals import roman

Part = MomentPlan | SessionPlan


def annexes_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give the annexes that have anything; of a part of the meeting, the times alone."""
    whole: tuple[tuple[str, Callable[[Snapshot], Iterator[Block]]], ...] = (
        ("agenda_and_schedule", _agenda),
        ("list_of_documents", _documents),
        ("list_of_participants", _participants),
    )
    times = (("times", times_told),) if snapshot.scope.times else ()
    number = 0
    for name, told in (*(() if snapshot.scope.part else whole), *times):
        blocks = list(told(snapshot))
        if blocks:
            number += 1
            title = say(f"publication.{name}")
            yield Heading(1, say("publication.annex", numeral=roman(number), title=title))
            yield from blocks


def _agenda(snapshot: Snapshot) -> Iterator[Block]:
    plan = snapshot.meeting.plan
    yield Heading(2, say("publication.agenda"))
    for number, moment in enumerate(plan.moments, start=1):
        title = snapshot.own(moment.title)
        item = say("publication.item", numeral=roman(number), title=title)
        yield Paragraph(item, item=True)
        yield from (
            Paragraph(_session(x, snapshot), item=True, within=True)
            for x in plan.sessions_of(moment.code)
        )
    yield from _schedule(snapshot)


def _session(session: SessionPlan, snapshot: Snapshot) -> str:
    title, topic = snapshot.own(session.title), snapshot.own(session.topic)
    return say("publication.session", title=title, topic=topic)


def _schedule(snapshot: Snapshot) -> Iterator[Block]:
    """Give the planned times, a table for each day; nothing of what has no time."""
    plan = snapshot.meeting.plan
    parts: list[Part] = []
    for moment in plan.moments:
        parts += (moment, *plan.sessions_of(moment.code))
    timed = sorted(((x.starts, x) for x in parts if x.starts), key=lambda pair: pair[0])
    days = dict.fromkeys(starts.date() for starts, _ in timed)
    if days:
        yield Heading(2, say("publication.schedule"))
    for day in days:
        rows = [
            (_span(starts, part), _title(part, snapshot))
            for starts, part in timed
            if starts.date() == day
        ]
        head = [say("publication.column_time"), say("publication.column_item")]
        lines = [date_whole(day), *(f"{time}  {title}" for time, title in rows)]
        yield Tabled(Table(head, (0.2, 0.8), (False, False), rows), lines, date_whole(day))


def _span(starts: datetime, part: Part) -> str:
    if part.ends is None or part.ends.date() != starts.date():
        return f"{starts:%H:%M}"
    return f"{starts:%H:%M}\N{EN DASH}{part.ends:%H:%M}"


def _title(part: Part, snapshot: Snapshot) -> str:
    return _session(part, snapshot) if isinstance(part, SessionPlan) else snapshot.own(part.title)


def _documents(snapshot: Snapshot) -> Iterator[Block]:
    found = [
        (symbol_of(item, item.decision.revision if item.decision else item.revision), item)
        for item in documents(snapshot.meeting)
    ]
    rows = [(symbol, snapshot.own(x.plan.title)) for symbol, x in sorted(found, key=_by_symbol)]
    if rows:
        head = [say("export.column_symbol"), say("export.column_title")]
        lines = [f"{symbol}  {title}" for symbol, title in rows]
        caption = say("publication.list_of_documents")
        yield Tabled(Table(head, (0.35, 0.65), (False, False), rows), lines, caption)


def _by_symbol(found: tuple[str, object]) -> list[tuple[int, str]]:
    """Return what sorts symbols as people do: doc.2 before doc.10."""
    return [
        (int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", found[0])
    ]


def _participants(snapshot: Snapshot) -> Iterator[Block]:
    """Give the delegations that came in the order of the body, observers apart."""
    meeting = snapshot.meeting
    came = {stay.delegation for stay in meeting.attendance}
    came = came or {code for x in meeting.all_remarks for code in (x.entry.delegation,)}
    first = meeting.plan.first_language
    roster = in_order((row for row in meeting.plan.delegations if row.code in came), first)
    if order := order_told(roster, first):
        yield Paragraph(order)
    states = any(row.state for row in meeting.plan.delegations)
    for key, some in (
        ("delegations", [row for row in roster if row.state or not states]),
        ("observers", [row for row in roster if states and not row.state]),
    ):
        if some:
            yield Heading(2, say(f"publication.participants_{key}"))
            yield from (Paragraph(_delegation(row, snapshot), item=True) for row in some)


def _delegation(row: DelegationPlan, snapshot: Snapshot) -> str:
    name, people = snapshot.meeting.plan.name_of(row.code), people_of(snapshot, row.code)
    if not people:
        return name
    return say("publication.participants_people", name=name, people=apart(people))
