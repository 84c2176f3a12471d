"""Who presided, from when to when, and in which moments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from tipfloor.core.ground.instant import Instant
from tipfloor.core.registration.presiding import officers
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Presiding, Stage
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import times_of
from tipfloor.words import say
from tipfloor.words.joining import apart
from tipfloor.words.officers import officer_text
from tipfloor.words.times import iso
from tipfloor.words.when import When, when


class Presided(Struct, frozen=True):
    """An officer in the chair; times are ISO 8601, `until` is None for the one who presides."""

    office: str
    delegation_code: str | None
    delegation: str | None
    since: str
    until: str | None


def presiding(snapshot: Snapshot) -> list[Presided]:
    """Return who presided in order, from the convening on."""
    meeting, plan = snapshot.meeting, snapshot.meeting.plan
    return [
        Presided(
            office=officer.office,
            delegation_code=officer.delegation,
            delegation=plan.name_of(officer.delegation) if officer.delegation else None,
            since=iso(officer.since, plan.zone),
            until=iso(until, plan.zone) if until else None,
        )
        for officer, until in _terms(meeting)
    ]


def in_the_chair(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Tell who was in the chair in a moment, each officer once and from when where it changed."""
    meeting = snapshot.meeting
    if not meeting.presided and meeting.plan.presiding.delegation is None:
        return  # nobody ever said who presides
    visits = [stage for stage in meeting.moments if stage.code == moment]
    found = [
        (officer, officer.since.not_before(stage.started_at))
        for stage in visits
        for officer, until in _terms(meeting)
        if _was_on(officer, until, stage, snapshot.now)
    ]
    times = times_of(meeting, moment, snapshot.now)
    told: list[str] = []
    former: Presiding | None = None
    for officer, since in found:
        if officer != former:
            told.append(_told(officer, times.when(since) if told else None, meeting))
        former = officer
    if told:
        yield say("export.in_the_chair", officers=apart(told))


def officers_between(snapshot: Snapshot, since: Instant, until: Instant) -> list[str]:
    """Return who was in the chair between two instants, from when on where it changed."""
    meeting = snapshot.meeting
    if not meeting.presided and meeting.plan.presiding.delegation is None:
        return []
    told: list[str] = []
    for officer, end in _terms(meeting):
        if until.reached(officer.since) and not (end and since.reached(end)):
            at = when(officer.since, meeting.plan.zone) if told else None
            told.append(_told(officer, at, meeting))
    return told


def _terms(meeting: Meeting) -> list[tuple[Presiding, Instant | None]]:
    """Return each officer with the instant at which the next one took the chair."""
    every = officers(meeting)
    return list(zip_longest(every, [item.since for item in every[1:]]))


def _was_on(officer: Presiding, until: Instant | None, stage: Stage, now: Instant) -> bool:
    """Tell whether a term and a stage have more than an instant in common."""
    ended = stage.ended_at or now
    began_before_its_end = not officer.since.reached(ended)
    ended_after_its_start = until is None or not stage.started_at.reached(until)
    at_its_very_start = until is None and stage.ended_at is None
    return ended_after_its_start and (began_before_its_end or at_its_very_start)


def _told(officer: Presiding, since: When | None, meeting: Meeting) -> str:
    words = officer_text(officer, meeting.plan)
    return say("export.from_time", time=since, officer=words) if since else words
