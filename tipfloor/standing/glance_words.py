"""Where a meeting stands at one instant, said in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tipfloor.core.floor.addresses import next_address, reports_to_come
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import limit_that_fits, what_fits
from tipfloor.core.reckoning.timetable import day_end
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.times.reckoned import list_closes, list_end, whole_minutes
from tipfloor.words import count, say
from tipfloor.words.joining import beside
from tipfloor.words.offered import interlude_text
from tipfloor.words.times import span, wall
from tipfloor.words.when import Announced


def in_words(outlook: Outlook) -> str:
    """Say where the meeting stands."""
    parts = (_place, _floor, _list, _addresses, _times, _clock)
    return "\n".join(line for part in parts for line in part(outlook))


def _place(outlook: Outlook) -> Iterator[str]:
    """Yield what is to be known first, then the moment and the session."""
    meeting = outlook.meeting
    moment, session = meeting.moment_plan, meeting.session_plan
    if meeting.rehearsal_speed is not None:
        yield say("cli.status_rehearsal")
    if outlook.broken is not None:
        yield say("export.broken_chain", position=outlook.broken)
    number, of = meeting.plan.moment_index[moment.code] + 1, len(meeting.plan.moments)
    yield say("cli.status_moment", title=moment.title, number=number, of=of)
    if session:
        yield say("cli.status_session", title=session.title, topic=session.topic)


def _floor(outlook: Outlook) -> Iterator[str]:
    """Yield who has the floor and for how long, or why nobody has it."""
    yield _floor_line(outlook)


def _floor_line(outlook: Outlook) -> str:
    meeting, floor, shown = outlook.meeting, outlook.meeting.floor, span(_shown(outlook))
    if outlook.phase is Phase.CLOSED and meeting.closed_at:
        return say("cli.status_closed_at", time=wall(meeting.closed_at, meeting.plan.zone))
    if outlook.phase is Phase.INTERLUDE and meeting.interlude:
        what = interlude_text(meeting.interlude.what)
        return say("cli.status_interlude", what=what, lasted=shown)
    if stands_still := meeting.suspension:
        adjourned = meeting.adjourned
        if stands_still.resumes:
            until = "cli.status_adjourned_until" if adjourned else "cli.status_suspended_until"
            return say(until, resumes=Announced(stands_still.resumes, on_screen=True))
        return say("cli.status_adjourned" if adjourned else "cli.status_suspended")
    if floor is None:
        return say("cli.status_floor_free")
    name = meeting.plan.name_of(floor.entry.delegation)
    if floor.limit is None:
        return say("cli.status_floor_unlimited", delegation=name, spoken=shown)
    timed = outlook.phase in (Phase.PAUSED, Phase.OVER_TIME)
    key = f"cli.status_floor_{outlook.phase if timed else Phase.SPEAKING}"
    return say(key, delegation=name, left=shown, over=shown, limit=span(floor.limit))


def _shown(outlook: Outlook) -> int:
    """Return the milliseconds on the clock of the floor, left or over, discreet or not."""
    return abs(outlook.seconds or 0) * 1000


def _list(outlook: Outlook) -> Iterator[str]:
    """Yield how the list of speakers stands, and when it closes by itself."""
    yield _list_line(outlook.meeting)
    if closes := list_closes(outlook.meeting):
        yield say("cli.status_list_closes", time=_hour(outlook, closes.utc))


def _list_line(meeting: Meeting) -> str:
    if not meeting.has_list:
        return say("cli.status_no_list")
    speakers = meeting.speakers()
    codes = [entry.delegation for entry in speakers.waiting]
    if not codes:
        return say("cli.status_open_empty" if speakers.is_open else "cli.status_closed_empty")
    key = "cli.status_open" if speakers.is_open else "cli.status_closed"
    return count(key, len(codes), waiting=beside(codes))


def _addresses(outlook: Outlook) -> Iterator[str]:
    """Yield the next address, the reports that are owed, and how long the webcast is out."""
    meeting = outlook.meeting
    if upcoming := next_address(meeting):
        yield say("cli.status_next_address", office=upcoming.office)
    if owed := reports_to_come(meeting):
        yield say("cli.status_reports", reports=beside(report.office for report in owed))
    if meeting.outage and not meeting.closed_at:
        yield say("cli.status_outage", lasted=span(meeting.outage.lasted(outlook.now)))


def _times(outlook: Outlook) -> Iterator[str]:
    """Yield when the list ends, who fits, how far it is from the plan, when the day ends."""
    meeting, now = outlook.meeting, outlook.now
    if ends := list_end(outlook):
        yield say("cli.status_forecast", end=_hour(outlook, ends))
    if limit := limit_that_fits(meeting, now):
        shown = span(limit.seconds * 1000)
        yield say("cli.status_limit_fits", limit=shown, time=_hour(outlook, limit.before))
    if fit := what_fits(meeting, now):
        before = fit.before.astimezone(meeting.plan.zone)
        yield count("cli.status_fits", fit.in_all, time=f"{before:%H:%M}")
    if (behind := behind_plan(meeting, now)) is not None:
        minutes = whole_minutes(behind)
        key = "cli.status_behind" if behind > timedelta(0) else "cli.status_ahead"
        yield count(key, minutes) if minutes else say("cli.status_on_plan")
    if day := day_end(meeting, now):
        key = "cli.status_day_planned" if day.planned else "cli.status_day"
        planned = _hour(outlook, day.planned) if day.planned else ""
        yield say(key, end=_hour(outlook, day.ends_at), planned=planned)


def _clock(outlook: Outlook) -> Iterator[str]:
    """Yield how well the clock of a record on another machine is known."""
    if outlook.clock_bound is not None:
        key = "cli.status_clock_far" if outlook.clock_is_far else "cli.status_clock"
        yield say(key, bound=outlook.clock_bound)


def _hour(outlook: Outlook, at: datetime) -> str:
    """Return a time of day, with its date where it is of another day than now."""
    zone = outlook.meeting.plan.zone
    local, today = at.astimezone(zone), outlook.now.utc.astimezone(zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"
