"""What stands above the lists of a JSON export: which meeting, as of when, from which record."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tipfloor.core.state.meeting import Meeting
from tipfloor.export.course.closure import closed_at, left_at_end
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.times import iso


class Limits(Struct, frozen=True):
    """The rules of the plan by which the figures of the remarks are to be read.

    `changed_to_seconds` has the limits that the chair set later, by session, for all under "".
    """

    limit_seconds: int
    warnings_at_seconds: tuple[int, ...]
    at_limit: Literal["withdraw", "alert"]
    extension_seconds: int
    turns_per_session: int
    reply_limits_seconds: tuple[int, ...]
    changed_to_seconds: dict[str, int]


class About(Struct, frozen=True):
    """The meeting; `days` are dates, `language` is that of the words, `time_zone` an IANA name."""

    title: str
    short_title: str
    body: str
    place: str
    time_zone: str
    days: tuple[str, ...]
    language: str
    rehearsal: bool
    limits: Limits


class Source(Struct, frozen=True):
    """By how many events and by which digest the file can be checked against the record.

    `broken_at` is the first row that is missing or was altered, None in a sound record; `seal`
    holds what is needed to make the file again.
    """

    events: int
    digest: str
    broken_at: int | None
    seal: str


class Part(Struct, frozen=True):
    """The sessions by code and the days that the file has; an empty list means all."""

    sessions: tuple[str, ...]
    days: tuple[str, ...]


class Head(Struct, frozen=True):
    """The head of an export; `closed_at` is None, and `left_open` as it stands, until the end.

    `code` is that of the record at the closure, as it was to be read into the minutes.
    """

    meeting: About
    exported_at: str
    closed_at: str | None
    code: str | None
    left_open: dict[str, int]
    record: Source
    form: Literal["public", "internal"]
    only: Part


def head(snapshot: Snapshot) -> Head:
    """Return the head of a snapshot's export."""
    whole, part = snapshot.whole, snapshot.scope.part
    return Head(
        meeting=_about(whole),
        exported_at=iso(snapshot.now, whole.plan.zone),
        closed_at=closed_at(whole),
        code=snapshot.codes.get(whole.closed_at) if whole.closed_at else None,
        left_open=left_at_end(whole),
        record=Source(
            len(snapshot.history), snapshot.digest, snapshot.broken, str(seal_of(snapshot, "json"))
        ),
        form=snapshot.form,
        only=Part(part.sessions, part.days),
    )


def _about(meeting: Meeting) -> About:
    about, rules = meeting.plan.meeting, meeting.plan.rules
    return About(
        title=about.title,
        short_title=about.short_title,
        body=about.body,
        place=about.place,
        time_zone=about.time_zone,
        days=tuple(day.isoformat() for day in about.days),
        language=about.language,
        rehearsal=meeting.rehearsal_speed is not None,
        limits=Limits(
            limit_seconds=rules.limit_seconds,
            warnings_at_seconds=rules.warnings_at_seconds,
            at_limit=rules.at_limit,
            extension_seconds=rules.extension_seconds,
            turns_per_session=rules.turns_per_session,
            reply_limits_seconds=rules.reply_limits_seconds,
            changed_to_seconds=dict(meeting.limits),
        ),
    )
