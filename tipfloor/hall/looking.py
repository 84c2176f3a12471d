"""An outlook put into the state that the hall is sent, in one language."""

from __future__ import annotations

from msgspec.structs import replace

from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.hall.listing import listed
from tipfloor.hall.naming import all_named, flag_address
from tipfloor.hall.said import sentences
from tipfloor.hall.state import (
    VERSION,
    Interval,
    Named,
    OnFloor,
    Present,
    State,
    Titled,
)
from tipfloor.standing.outlook import Outlook
from tipfloor.words import speaking
from tipfloor.words.offered import interlude_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.plain import plain
from tipfloor.words.times import iso, wall


def seen(outlook: Outlook, language: str, silent: str = "") -> State:
    """Return what the hall sees of an outlook; `silent` says since when the record is."""
    plan = outlook.meeting.plan.spoken_in(language)
    outlook = replace(outlook, meeting=outlook.meeting.having(plan=plan))
    with speaking(language):
        return _seen(outlook, language, silent)


def _seen(outlook: Outlook, language: str, silent: str) -> State:
    meeting, now = outlook.meeting, outlook.now
    table, moment, behind = meeting.plan.meeting, meeting.moment_plan, behind_plan(meeting, now)
    return State(
        version=VERSION,
        language=language,
        position=meeting.position,
        ticks=now.ticks,
        at=iso(now, meeting.plan.zone),
        utc_ms=round(now.utc.timestamp() * 1000),
        offset_minutes=_offset(outlook),
        speed=meeting.rehearsal_speed or 1.0,
        meeting=plain(table.title),
        short_title=plain(table.short_title),
        rehearsal=meeting.rehearsal_speed is not None,
        broken_at=outlook.broken,
        silent=silent,
        moment=Titled(moment.code, plain(moment.title), ""),
        session=_session(meeting),
        phase=outlook.phase.value,
        warnings_ms=tuple(at * 1000 for at in meeting.plan.rules.warnings_at_seconds),
        floor=_floor(outlook, meeting.floor) if meeting.floor else None,
        interlude=_interlude(outlook),
        list=listed(outlook),
        points_of_order=all_named(meeting, (point.delegation for point in meeting.points)),
        present=_present(meeting),
        behind_minutes=None if behind is None else round(behind.total_seconds() / 60),
        words=sentences(outlook, silent),
    )


def _offset(outlook: Outlook) -> int:
    """Return the minutes by which the meeting's zone is ahead of UTC at the instant."""
    ahead = outlook.now.utc.astimezone(outlook.meeting.plan.zone).utcoffset()
    return round(ahead.total_seconds() / 60) if ahead is not None else 0


def _session(meeting: Meeting) -> Titled | None:
    code = meeting.floor.session if meeting.floor else meeting.list_session
    planned = meeting.plan.session(code or "")
    if planned is None:
        return None
    return Titled(planned.code, plain(planned.title), plain(planned.topic))


def _floor(outlook: Outlook, floor: Remark) -> OnFloor:
    meeting, now, entry = outlook.meeting, outlook.now, floor.entry
    left, later = floor.left(now), now.plus(1000)
    elapsed = floor.speaking(now) if floor.limit is None or left is None else floor.limit - left
    stands = (floor.left(later), floor.speaking(later)) == (left, floor.speaking(now))
    speaker = _speaker(meeting, floor)
    return OnFloor(
        speaker=speaker,
        flag=flag_address(meeting.plan, speaker.code),
        kind=entry.kind,
        person=speaker_shown(outlook.people, entry.person),
        on_behalf_of=all_named(meeting, entry.on_behalf_of),
        running=not stands and outlook.phase is not Phase.SUSPENDED,
        left_ms=left,
        elapsed_ms=elapsed,
        limit_ms=floor.limit,
        planned_ms=floor.planned,
        discreet=floor.discreet,
    )


def _speaker(meeting: Meeting, floor: Remark) -> Named:
    name = plain(meeting.plan.name_of(floor.entry.delegation))
    return Named(delegation_of(floor, meeting.plan) or None, name)


def _interlude(outlook: Outlook) -> Interval | None:
    on = outlook.meeting.interlude
    return Interval(interlude_text(on.what), on.lasted(outlook.now)) if on else None


def _present(meeting: Meeting) -> Present:
    found = quorum(meeting, "decide")
    return Present(found.present, found.base, found.needed, found.met)


def time_of_day(outlook: Outlook) -> str:
    """Return the meeting's time of day with its seconds."""
    return wall(outlook.now, outlook.meeting.plan.zone, seconds=True)
