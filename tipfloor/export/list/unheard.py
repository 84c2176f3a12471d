"""What was asked for in vain: requests that were refused, and entries that were not heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from tipfloor.core.ground.listed import moment_of, session_of
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.codes import Kind, Why
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.times import iso

OWN_WISH = ("withdrawn", "ceded")
"""Why an entry leaves its list by the delegation's own wish: such a one is not "not heard"."""


class Refusal(Struct, frozen=True):
    """A request that was refused; `requested` and `rule` are the codes that acts use."""

    at: str
    moment_code: str
    moment: str
    session_code: str | None
    session: str | None
    delegation_code: str
    delegation: str
    requested: str
    rule: str


class AttemptRow(Struct, frozen=True):
    """What the desk tried and the rules stopped; `stopped` and `rule` are the codes of both."""

    at: str
    moment_code: str
    moment: str
    session_code: str | None
    session: str | None
    delegation_code: str
    delegation: str
    stopped: str
    rule: str


class NotHeard(Struct, frozen=True):
    """An entry without the floor, which left its list at `left_at`, or waits."""

    session_code: str | None
    session: str
    delegation_code: str
    delegation: str
    kind: Kind
    kind_text: str
    requested_at: str
    left_at: str | None
    why: Why
    why_text: str


def refusals(snapshot: Snapshot) -> list[Refusal]:
    """Return the requests that were refused, in order."""
    meeting, plan = snapshot.meeting, snapshot.meeting.plan
    return [
        Refusal(
            at=iso(item.at, plan.zone),
            moment_code=item.moment,
            moment=moment_title(meeting, item.moment),
            session_code=session_of(item.session) if item.session else None,
            session=session_title(meeting, item.session) if item.session else None,
            delegation_code=item.delegation,
            delegation=plan.name_of(item.delegation),
            requested=item.requested,
            rule=item.rule,
        )
        for item in meeting.requests_refused
    ]


def attempts(snapshot: Snapshot) -> list[AttemptRow]:
    """Return what the desk tried and the rules stopped, in order; internal files alone have it."""
    meeting, plan = snapshot.meeting, snapshot.meeting.plan
    return [
        AttemptRow(
            at=iso(item.at, plan.zone),
            moment_code=item.moment,
            moment=moment_title(meeting, item.moment),
            session_code=session_of(item.session) if item.session else None,
            session=session_title(meeting, item.session) if item.session else None,
            delegation_code=item.delegation,
            delegation=plan.name_of(item.delegation),
            stopped=item.stopped,
            rule=item.rule,
        )
        for item in meeting.attempts
    ]


def not_heard(snapshot: Snapshot) -> list[NotHeard]:
    """Return who asked for the floor and was not heard, or waits, session by session.

    A delegation that lost its place and asked again counts by what became of its last entry.
    """
    meeting = snapshot.meeting
    return [found for code in meeting.lists for found in not_heard_in(meeting, code)]


def moment_title(meeting: Meeting, code: str) -> str:
    """Return the title of a moment, its code where the plan in force has it no more."""
    place = meeting.plan.moment_index.get(code)
    return code if place is None else meeting.plan.moments[place].title


def session_title(meeting: Meeting, code: str) -> str:
    """Return the title of a session, or of the moment whose own list it is.

    Its code where the plan in force has it no more.
    """
    moment = moment_of(code)
    if moment:
        return moment_title(meeting, moment)
    planned = meeting.plan.session(code)
    return planned.title if planned else code


def not_heard_in(meeting: Meeting, session: str) -> Iterator[NotHeard]:
    """Give who was not heard in a session, or waits."""
    speakers = meeting.speakers(session)
    if not speakers.departed and not speakers.waiting:
        return
    latest = _latest(meeting, session)
    for gone in speakers.departed:
        entry = gone.entry
        if gone.why not in OWN_WISH and latest[_turn(entry)] == entry.id:
            left_at = iso(gone.at, meeting.plan.zone)
            yield _not_heard(meeting, session, entry, left_at, gone.why)
    closed_at = iso(meeting.closed_at, meeting.plan.zone) if meeting.closed_at else None
    for entry in speakers.waiting:
        yield _not_heard(meeting, session, entry, closed_at, "closed" if closed_at else "waiting")


def _latest(meeting: Meeting, session: str) -> dict[tuple[str, bool], int]:
    """Return the position at which each delegation last asked for the floor or was given it."""
    speakers, latest = meeting.speakers(session), dict[tuple[str, bool], int]()
    asked = [(entry, entry.id) for entry in speakers.waiting]
    asked += [(gone.entry, gone.entry.id) for gone in speakers.departed]
    asked += [(remark.entry, remark.id) for remark in meeting.remarks_of(session)]
    for entry, position in asked:
        latest[_turn(entry)] = max(position, latest.get(_turn(entry), 0))
    return latest


def _turn(entry: Entry) -> tuple[str, bool]:
    return entry.delegation, entry.kind == "reply"


def _not_heard(
    meeting: Meeting, session: str, entry: Entry, left_at: str | None, why: str
) -> NotHeard:
    return NotHeard(
        session_code=session_of(session),
        session=session_title(meeting, session),
        delegation_code=entry.delegation,
        delegation=meeting.plan.name_of(entry.delegation),
        kind=cast(Kind, entry.kind),
        kind_text=say(f"export.kind_{entry.kind}"),
        requested_at=iso(entry.requested_at, meeting.plan.zone),
        left_at=left_at,
        why=cast(Why, why),
        why_text=say(f"export.why_{why}"),
    )
