"""A part of the meeting: its chosen sessions, its chosen days, or both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, structs

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.entry import SpeakersList
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import sitting_of
from tipfloor.core.state.stage import Stage
from tipfloor.export.course.dealt_with import dealt_with


class Chosen(Struct, frozen=True):
    """Sessions by code and days as ISO 8601; an empty one of them means all."""

    sessions: tuple[str, ...] = ()
    days: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sessions or self.days)

    def has(self, session: str | None, day: str) -> bool:
        """Tell whether something of a session and a day belongs to the part."""
        return self.has_session(session) and self.has_day(day)

    def has_session(self, session: str | None) -> bool:
        """Tell whether a session belongs to it."""
        return not self.sessions or session in self.sessions

    def has_day(self, day: str) -> bool:
        """Tell whether a day belongs to it."""
        return not self.days or day in self.days


class NotInMeeting(ValueError):
    """A session or day that was asked for and that the meeting has not; `known` are those it has.

    `what` is session or day.
    """

    def __init__(self, what: str, given: str, known: tuple[str, ...]) -> None:
        super().__init__(what, given)
        self.what, self.given, self.known = what, given, known


def check(chosen: Chosen, meeting: Meeting) -> None:
    """Refuse what the meeting has not. Raises NotInMeeting."""
    codes = tuple(session.code for session in meeting.plan.sessions)
    for what, given, known in (
        ("session", chosen.sessions, codes),
        ("day", chosen.days, known_days(meeting)),
    ):
        for one in given:
            if one not in known:
                raise NotInMeeting(what, one, known)


def known_days(meeting: Meeting) -> tuple[str, ...]:
    """Return the days that can be chosen: those of the plan and those on which the meeting sat."""
    planned = (day.isoformat() for day in meeting.plan.meeting.days)
    return tuple(sorted({*planned, meeting.day, *(item.day for item in meeting.sittings)}))


def day_of(at: Instant, meeting: Meeting) -> str:
    """Return the day to which an instant belongs: its sitting's (PRACTICE section 7, case 16)."""
    sitting = sitting_of(meeting.sittings, at)
    still_on = sitting and (sitting.ended_at is None or not at.reached(sitting.ended_at))
    return sitting.day if sitting and still_on else meeting.local_day(at)


def narrowed(meeting: Meeting, chosen: Chosen) -> Meeting:
    """Return the meeting with nothing but the chosen part of it; rules and roster stay."""
    return _Part(meeting, chosen).cut() if chosen else meeting


class _Part:
    """Cuts one part out of a meeting."""

    def __init__(self, meeting: Meeting, chosen: Chosen) -> None:
        self._meeting, self._chosen = meeting, chosen

    def cut(self) -> Meeting:
        """Return what is left."""
        meeting = self._meeting
        floor = meeting.floor
        return meeting.having(
            **self._programme(),
            floor=floor if floor and self._chosen.has(floor.session, floor.day) else None,
            remarks=Log(x for x in meeting.remarks if self._chosen.has(x.session, x.day)),
            requests_refused=self._at(meeting.requests_refused, "at"),
            attempts=self._at(meeting.attempts, "at"),
            raised=self._at(meeting.raised, "raised_at"),
            interludes=self._at(meeting.interludes, "started_at"),
            outages=self._at(meeting.outages, "started_at"),
            suspensions=self._at(meeting.suspensions, "since"),
            suspension=next(iter(self._at(filter(None, [meeting.suspension]), "since")), None),
            moments=self._moments(),
            sessions=Log(x for x in meeting.sessions if self._session(x)),
            lists=self._lists(),
            sittings=tuple(x for x in meeting.sittings if self._chosen.has_day(x.day)),
            attendance=Log(x for x in meeting.attendance if self._lasted(x.arrived, x.left)),
        )

    def _at(self, items: Iterable[Any], field: str) -> Log[Any]:
        """Return the items of the chosen sessions that came at a time on the chosen days."""
        return Log(
            item
            for item in items
            if self._chosen.has(item.session, day_of(getattr(item, field), self._meeting))
        )

    def _lasted(self, since: Instant, until: Instant | None) -> bool:
        """Whether any of the chosen days lies between two instants."""
        first = day_of(since, self._meeting)
        last = day_of(until, self._meeting) if until else max(self._meeting.day, first)
        days = self._chosen.days
        return not days or any(first <= day <= last for day in days)

    def _session(self, stage: Stage) -> bool:
        return self._chosen.has_session(stage.code) and self._lasted(
            stage.started_at, stage.ended_at
        )

    def _moments(self) -> Log[Stage]:
        meeting, wanted = self._meeting, self._chosen.sessions
        planned = {meeting.plan.session(code) for code in wanted}
        homes = {session.moment for session in planned if session}
        return Log(
            stage
            for stage in meeting.moments
            if (not wanted or stage.code in homes)
            and self._lasted(stage.started_at, stage.ended_at)
        )

    def _lists(self) -> dict[str, SpeakersList]:
        """Return the lists of the chosen sessions, without who left them on other days."""
        found = {
            code: structs.replace(
                speakers,
                departed=Log(
                    gone
                    for gone in speakers.departed
                    if self._chosen.has_day(day_of(gone.at, self._meeting))
                ),
                waiting=tuple(
                    entry for entry in speakers.waiting if self._lasted(entry.requested_at, None)
                ),
            )
            for code, speakers in self._meeting.lists.items()
            if self._chosen.has_session(code)
        }
        return {code: kept for code, kept in found.items() if kept.departed or kept.waiting}

    def _programme(self) -> dict[str, Any]:
        """Return plan, elections, documents and recommendations: of no session, and by day."""
        meeting, plan = self._meeting, self._meeting.plan
        rows: dict[str, tuple[Any, ...]] = {
            "elections": plan.elections,
            "documents": plan.documents,
            "recommendations": plan.recommendations,
            "addresses": plan.addresses,
        }
        if self._chosen.sessions:
            return {"plan": plan.with_only(**dict.fromkeys(rows, ()))}
        kept = {
            table: tuple(row for row in found if self._on_days(dealt_with(meeting, table, row)))
            for table, found in rows.items()
        }
        return {"plan": plan.with_only(**kept)}

    def _on_days(self, instants: Iterable[Instant]) -> bool:
        return any(self._chosen.has_day(day_of(at, self._meeting)) for at in instants)
