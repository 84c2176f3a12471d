"""When a session, or a moment with a list of its own, was on: a remark is made within it."""

from __future__ import annotations

from tipfloor.core.corrections.retiming import end_of, instant_of
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of, own_list
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stage import Stage


def stages_of(meeting: Meeting, code: str) -> list[Stage]:
    """Return when the session or moment of a list was on, in order."""
    moment = moment_of(code)
    stages = meeting.sessions if moment is None else meeting.moments
    return [stage for stage in stages if stage.code == (moment or code)]


def instant_in(typed: str, meeting: Meeting, code: str, now: Instant) -> Instant:
    """Return the instant meant by a time, that of a time of day being of a day on which it was on.

    Where it was on at none of them, it is the one nearest to now. Raises Refused.
    """
    for stage in stages_of(meeting, code):
        for near in (stage.started_at, stage.ended_at or now):
            at = instant_of(typed, near, meeting)
            if _within(at, stage, now):
                return at
    return instant_of(typed, now, meeting)


def refuse_outside(meeting: Meeting, code: str, remark: Remark, now: Instant) -> None:
    """Refuse a remark that was not made while its session or moment was on.

    The refusal names when that was, and what was on instead.
    """
    begin, end = remark.given_at, end_of(remark) or now
    stages = stages_of(meeting, code)
    if any(_within(begin, stage, now) and _within(end, stage, now) for stage in stages):
        return
    title, other = _title(meeting, code), _on_instead(meeting, code, (begin, end), now)
    if not stages:
        _refuse_never_held(meeting, title, other)
        return
    held = ", ".join(_span(meeting, stage, now) for stage in stages)
    if other:
        raise Refused(
            "outside_session_in", Rule.ORDER_OF_MOMENTS, session=title, held=held, other=other
        )
    raise Refused("outside_session", Rule.ORDER_OF_MOMENTS, session=title, held=held)


def _refuse_never_held(meeting: Meeting, title: str, other: str) -> None:
    """Refuse what was said in a session never opened, where another was on.

    Else the program may have been down from before its opening to after its end.
    """
    if other in {planned.title for planned in meeting.plan.sessions}:
        raise Refused("never_held", Rule.ORDER_OF_MOMENTS, session=title, other=other)


def _within(at: Instant, stage: Stage, now: Instant) -> bool:
    ended = stage.ended_at or now
    labelled = stage.started_at.utc <= at.utc <= ended.utc
    return labelled and at.reached(stage.started_at) and ended.reached(at)


def _on_instead(meeting: Meeting, code: str, times: tuple[Instant, Instant], now: Instant) -> str:
    """Return the title of the other list whose session or moment was on, empty where none was."""
    alone = [stage for stage in meeting.moments if not meeting.plan.sessions_of(stage.code)]
    stages = [*((own_list(stage.code), stage) for stage in alone)]
    stages = [*((stage.code, stage) for stage in meeting.sessions), *stages]
    found = (
        _title(meeting, other)
        for at in times
        for other, stage in stages
        if other != code and _within(at, stage, now)
    )
    return next(found, "")


def _title(meeting: Meeting, code: str) -> str:
    moment = moment_of(code)
    if moment is not None:
        return meeting.plan.moments[meeting.plan.moment_index[moment]].title
    planned = meeting.plan.session(code)
    return planned.title if planned else code


def _span(meeting: Meeting, stage: Stage, now: Instant) -> str:
    zone = meeting.plan.zone
    began = stage.started_at.utc.astimezone(zone)
    ended = (stage.ended_at or now).utc.astimezone(zone)
    return f"{began:%Y-%m-%d %H:%M:%S}-{ended:%H:%M:%S}"
