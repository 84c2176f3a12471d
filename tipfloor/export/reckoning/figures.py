"""The figures of a meeting as rows: speaking time in every cut, changeovers, planned and actual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from tipfloor.core.ground.listed import session_of
from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.reckoning.lengths import lengths
from tipfloor.core.reckoning.pace import changeovers
from tipfloor.core.reckoning.statistics import CUTS, Cut, Figures, total
from tipfloor.core.reckoning.unspoken import not_spoken
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.list.unheard import session_title
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain


class SpeakingTime(Struct, frozen=True):
    """The figures of a delegation or office, topic, session or moment, or day.

    An `office` is no delegation; `remarks` counts everything that was spoken, replies included,
    statements in writing not; `share` is that of the whole speaking time, from 0 to 1. A topic has
    no code, a day its date.
    """

    code: str | None
    name: str
    office: bool
    remarks: int
    replies: int
    written: int
    refusals: int
    speaking_seconds: float
    share: float
    mean_seconds: float
    overtime_seconds: float


class NotSpoken(Struct, frozen=True):
    """A delegation that came, where a roll is kept, and has not spoken; `present` is as of now.

    It may have handed in a statement, or another may have spoken on its behalf too.
    """

    delegation_code: str
    delegation: str
    present: bool
    in_writing: bool
    spoken_for: bool


class Changeover(Struct, frozen=True):
    """The silences between two speakers: of a session, of a day, or of the whole meeting."""

    session_code: str | None
    session: str | None
    day: str | None
    number: int
    mean_seconds: float
    median_seconds: float
    longest_seconds: float


class PlannedAndActual(Struct, frozen=True):
    """A moment or session that was held, and for how long, suspensions excluded.

    The difference is None without planned times, and while the part may still end on time.
    """

    number: int | None
    moment_code: str | None
    moment: str | None
    session_code: str | None
    session: str | None
    topic: str | None
    planned_seconds: float | None
    actual_seconds: float
    difference_seconds: float | None
    under_way: bool


def speaking_time(cut: Cut, snapshot: Snapshot) -> list[SpeakingTime]:
    """Return the figures of a meeting cut in one way; every cut adds up to the same."""
    meeting = snapshot.meeting
    found = CUTS[cut](meeting, snapshot.now)
    whole = total(found).speaking
    return [
        SpeakingTime(
            code=None if cut == "topic" else item.key,
            name=figures_name(meeting, cut, item),
            office=item.office,
            remarks=item.remarks,
            replies=item.replies,
            written=item.written,
            refusals=item.refusals,
            speaking_seconds=item.speaking / 1000,
            share=round(item.share(whole), 6),
            mean_seconds=item.mean / 1000,
            overtime_seconds=item.over_time / 1000,
        )
        for item in found
    ]


def name_in_files(meeting: Meeting, cut: Cut, figures: Figures) -> str:
    """Return what some figures are of, as tables and sheets name it."""
    if cut == "topic" and not figures.key:
        return say("export.no_topic")
    return plain(figures_name(meeting, cut, figures))


def unspoken(snapshot: Snapshot) -> list[NotSpoken]:
    """Return the delegations that have not spoken, in roster order."""
    meeting = snapshot.meeting
    return [
        NotSpoken(
            delegation_code=item.code,
            delegation=meeting.plan.name_of(item.code),
            present=item.present,
            in_writing=item.in_writing,
            spoken_for=item.spoken_for,
        )
        for item in not_spoken(meeting)
    ]


def seen_changeovers(snapshot: Snapshot) -> list[Changeover]:
    """Return the changeovers of the meeting, then of its sessions and days that had any."""
    meeting = snapshot.meeting
    return [
        Changeover(
            session_code=session_of(item.session) if item.session else None,
            session=session_title(meeting, item.session) if item.session else None,
            day=item.day,
            number=item.number,
            mean_seconds=item.mean / 1000,
            median_seconds=item.median / 1000,
            longest_seconds=item.longest / 1000,
        )
        for item in changeovers(meeting, snapshot.whole)
    ]


def planned_and_actual(snapshot: Snapshot) -> list[PlannedAndActual]:
    """Return what was held in the plan's order, the sessions of a moment below it.

    Whatever the file has a part of is told in its whole length.
    """
    meeting = snapshot.meeting
    sessions = {stage.code for stage in meeting.sessions}
    homes = {item.moment for item in meeting.plan.sessions if item.code in sessions}
    moments = homes | {stage.code for stage in meeting.moments}
    return [
        PlannedAndActual(
            number=item.number,
            moment_code=item.part.code if item.number is not None else None,
            moment=item.part.title if item.number is not None else None,
            session_code=item.part.code if item.number is None else None,
            session=item.part.title if item.number is None else None,
            topic=item.part.topic if isinstance(item.part, SessionPlan) else None,
            planned_seconds=_seconds(item.planned),
            actual_seconds=item.actual / 1000,
            difference_seconds=_seconds(item.difference),
            under_way=item.under_way,
        )
        for item in lengths(snapshot.whole, snapshot.now)
        if item.part.code in (sessions if item.number is None else moments)
    ]


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000


def speaking_time_by_delegation(snapshot: Snapshot) -> list[SpeakingTime]:
    """Return the figures of each delegation or office, the longest speaking time first."""
    return speaking_time("delegation", snapshot)


def speaking_time_by_topic(snapshot: Snapshot) -> list[SpeakingTime]:
    """Return the figures of each topic, in the plan's order."""
    return speaking_time("topic", snapshot)


def speaking_time_by_session(snapshot: Snapshot) -> list[SpeakingTime]:
    """Return the figures of each session, or moment outside of one, in the plan's order."""
    return speaking_time("session", snapshot)


def speaking_time_by_day(snapshot: Snapshot) -> list[SpeakingTime]:
    """Return the figures of each day."""
    return speaking_time("day", snapshot)


FIGURES: dict[str, Callable[[Snapshot], Sequence[Any]]] = {
    "speaking_time_by_delegation": speaking_time_by_delegation,
    "speaking_time_by_topic": speaking_time_by_topic,
    "speaking_time_by_session": speaking_time_by_session,
    "speaking_time_by_day": speaking_time_by_day,
    "not_spoken": unspoken,
    "changeovers": seen_changeovers,
    "planned_and_actual": planned_and_actual,
}
"""The lists of figures by name."""

CUTS_DRAWN: tuple[Cut, ...] = ("delegation", "topic", "session")

DRAWN = frozenset(f"speaking_time_by_{cut}" for cut in CUTS_DRAWN)
"""The lists that a workbook has as sheets of their own, with charts."""
