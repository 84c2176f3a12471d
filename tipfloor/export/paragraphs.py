"""A remark, and a list of those who made one, as secretariats write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.remark import Remark
from tipfloor.export.rows import Row
from tipfloor.export.telltime import Times
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.lengths import length_exact
from tipfloor.words.subjects import subject_title


def names_of(entries: Iterable[Entry], plan: Plan) -> tuple[str, ...]:
    """Return the names of delegations in order, each with those on whose behalf it spoke."""
    return tuple(name_of(entry, plan) for entry in entries)


def remark_line(remark: Remark, row: Row, plan: Plan, now: Instant, times: Times) -> str:
    """Return a remark in one line: number, times, delegation, lengths, end and marks."""
    under_way = remark.ended_at is None
    if not remark.was_spoken:
        told = beside(_details(remark, row, plan, now))
        name = name_of(remark.entry, plan)
        return say("export.remark_in_writing", number=row.number, name=name, details=told)
    return say(
        "export.remark_under_way" if under_way else "export.remark",
        number=row.number,
        given=times.told(remark.given_at),
        ended=times.ended(remark.given_at, remark.ended_at or now),
        name=name_of(remark.entry, plan),
        details=beside(_details(remark, row, plan, now)),
    )


def name_of(entry: Entry, plan: Plan) -> str:
    """Return the name of who speaks, with those on whose behalf."""
    name = plan.name_of(entry.delegation)
    if not entry.on_behalf_of:
        return name
    others = tuple(map(plan.name_of, entry.on_behalf_of))
    return say("export.name_on_behalf", name=name, others=others)


def _details(remark: Remark, row: Row, plan: Plan, now: Instant) -> Iterator[str]:
    if row.speaker:
        yield row.speaker
    if not remark.was_spoken:
        yield say("export.submitted")
    else:
        yield from _spoken(remark, row, plan, now)
    yield from row.marks_text


def _spoken(remark: Remark, row: Row, plan: Plan, now: Instant) -> Iterator[str]:
    if row.replies_to:
        yield say("export.reply_to", number=row.replies_to)
    elif remark.entry.kind != "remark":
        yield row.kind_text
    if subject := subject_title(remark.entry, plan):
        yield subject
    yield say("export.spoke", spoken=length_exact(remark.speaking(now)))
    if paused := remark.paused(now):
        yield say("export.paused", paused=length_exact(paused))
    if over := remark.over_time(now):
        yield say("export.over_time", over=length_exact(over))
    yield row.ended_by_text if remark.ended_at is None else _finished(remark, row)


def _finished(remark: Remark, row: Row) -> str:
    """Return who or what ended a remark; the speaker of an address is no delegation."""
    by = "office" if remark.is_address and row.ended_by == "speaker" else row.ended_by
    return say(f"export.finished_{by}")
