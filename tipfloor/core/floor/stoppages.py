"""The clock of a remark that is on: stopped and started, back-dated, extended, begun again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from msgspec import Meta

from tipfloor.core.floor.floor import refuse_while_point_waits
from tipfloor.core.floor.interlude_ends import until_floor
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LONGEST_LIMIT
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class ClockPaused(Event):
    """The clock of the remark was stopped, for a reason that the record keeps."""

    kind: Literal["clock_paused"] = "clock_paused"
    remark: int
    delegation: str
    reason: str = ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Stop the clock."""
        return _on_floor(meeting, self.remark, lambda r: r.pausing(self.at, self.reason))


class Pause(Act):
    """Stop the clock of the speaker, for a point of order or a failure."""

    asks = "ask.reason_other"

    kind: Literal["pause"] = "pause"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Stop it where it runs."""
        meeting.refuse_while_suspended()
        speaker = _speaker(meeting)
        if speaker.pause:
            raise Refused("paused", Rule.TIME_LIMIT)
        code = speaker.entry.delegation
        return [ClockPaused(at=now, remark=speaker.id, delegation=code, reason=self.reason or "")]


class PauseExplained(Event):
    """The reason of the pause that is on, given after the clock had been stopped."""

    kind: Literal["pause_explained"] = "pause_explained"
    remark: int
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Write the reason beside the pause."""
        return _on_floor(meeting, self.remark, lambda r: r.pause_explained(self.reason))


class ExplainPause(Act):
    """Say why the clock stands: the clock comes first, the reason when there is a hand free."""

    asks = "ask.pause_type"

    kind: Literal["explain_pause"] = "explain_pause"
    reason: Reason

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Keep the reason of the pause that is on."""
        speaker = _speaker(meeting)
        if speaker.pause is None:
            raise Refused("not_paused", Rule.TIME_LIMIT)
        return [PauseExplained(at=now, remark=speaker.id, reason=needs_reason(self.reason))]


class ClockResumed(Event):
    """The clock of the remark runs again."""

    kind: Literal["clock_resumed"] = "clock_resumed"
    remark: int
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Start the clock again."""
        return _on_floor(meeting, self.remark, lambda r: r.resumed(self.at))


class Resume(Act):
    """Start the speaker's clock again."""

    kind: Literal["resume"] = "resume"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Start it once every point of order has its ruling."""
        meeting.refuse_while_suspended()
        speaker = _speaker(meeting)
        if speaker.pause is None:
            raise Refused("not_paused", Rule.TIME_LIMIT)
        refuse_while_point_waits(meeting)
        return [ClockResumed(at=now, remark=speaker.id, delegation=speaker.entry.delegation)]


class RemarkBackDated(Event):
    """The start of the remark was set earlier, because the key had been pressed late."""

    kind: Literal["remark_back_dated"] = "remark_back_dated"
    remark: int
    delegation: str
    milliseconds: int

    def apply(self, meeting: Meeting) -> Meeting:
        """Set the start earlier and mark the remark; a former over-time ends where it begins."""
        after = _on_floor(
            meeting, self.remark, lambda r: r.back_dated(self.milliseconds).marked("back_dated")
        )
        if after.floor and after.floor.id == self.remark:
            after = until_floor(after, after.floor.given_at)
        former, floor = after.last_spoken, after.floor
        if floor is None or former is None or former.stopped_at is None:
            return after
        if floor.given_at.reached(former.stopped_at):
            return after
        return after.with_remark(former.stopped(floor.given_at))


class BackDate(Act):
    """Set the start of the remark earlier by so many seconds."""

    kind: Literal["back_date"] = "back_date"
    seconds: Annotated[float, Meta(gt=0, le=LONGEST_LIMIT)]

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Back-date it, at most to where the floor was free (never two floors)."""
        floor = meeting.floor
        if floor is None:
            raise Refused("floor_free", Rule.ONE_FLOOR)
        milliseconds = max(1, round(self.seconds * 1000))
        room = _room_before(meeting, floor)
        if milliseconds > room:
            raise Refused("back_dated_too_far", Rule.ONE_FLOOR, seconds=room // 1000)
        code = floor.entry.delegation
        back = RemarkBackDated(at=now, remark=floor.id, delegation=code, milliseconds=milliseconds)
        return [back]


class LimitExtended(Event):
    """The chair granted more time; over-time counts from the new limit."""

    kind: Literal["limit_extended"] = "limit_extended"
    remark: int
    delegation: str
    seconds: int

    def apply(self, meeting: Meeting) -> Meeting:
        """Move the limit; a floor withdrawn at the old one is open again."""
        more = self.seconds * 1000
        return _on_floor(meeting, self.remark, lambda r: r.extended_by(more).marked("extended"))


class Extend(Act):
    """Grant the speaker the extension that the rules allow, once."""

    kind: Literal["extend"] = "extend"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Grant it where the rules have one (PRACTICE section 3)."""
        floor, seconds = meeting.floor, meeting.plan.rules.extension_seconds
        if floor is None:
            raise Refused("floor_free", Rule.ONE_FLOOR)
        if seconds == 0 or floor.limit is None:
            raise Refused("no_extension", Rule.TIME_LIMIT)
        if floor.extended:
            raise Refused("extension_used", Rule.TIME_LIMIT, seconds=floor.extended // 1000)
        code = floor.entry.delegation
        refuse_unless_present(meeting, now, code, floor.session)
        return [LimitExtended(at=now, remark=floor.id, delegation=code, seconds=seconds)]


class RemarkRestarted(Event):
    """The chair let the speaker begin again with the whole time, after a failure."""

    kind: Literal["remark_restarted"] = "remark_restarted"
    remark: int
    delegation: str
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Begin the remark anew at this instant."""
        return _on_floor(meeting, self.remark, lambda r: r.begun_anew(self.at).marked("restarted"))


class Restart(Act):
    """Restart the speaker's time from the full limit, for a reason."""

    asks = "ask.restart"

    kind: Literal["restart"] = "restart"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Restart it (PRACTICE section 7, case 6), once every point of order has its ruling."""
        meeting.refuse_while_suspended()
        refuse_while_point_waits(meeting)
        floor = meeting.floor
        if floor is None:
            raise Refused("floor_free", Rule.ONE_FLOOR)
        reason, code = needs_reason(self.reason), floor.entry.delegation
        refuse_unless_present(meeting, now, code, floor.session)
        return [RemarkRestarted(at=now, remark=floor.id, delegation=code, reason=reason)]


def _speaker(meeting: Meeting) -> Remark:
    if meeting.speaker:
        return meeting.speaker
    if meeting.floor:
        name = meeting.plan.name_of(meeting.floor.entry.delegation)
        raise Refused("floor_withdrawn", Rule.TIME_LIMIT, delegation=name)
    raise Refused("floor_free", Rule.ONE_FLOOR)


def _on_floor(meeting: Meeting, remark: int, change: Callable[[Remark], Remark]) -> Meeting:
    """Return the meeting with the remark on the floor changed; as it is where another is on."""
    floor = meeting.floor
    return meeting.having(floor=change(floor)) if floor and floor.id == remark else meeting


def _room_before(meeting: Meeting, floor: Remark) -> int:
    """Return the milliseconds before the remark in which nobody had the floor.

    Over-time is no floor: it ended with the next speaker's start, so it moves with that start, and
    so does the end of an interlude. An address belongs to no session: its moment bounds it.
    """
    stages = meeting.moments if floor.session is None else meeting.sessions
    began = [stage.started_at for stage in stages[-1:]]
    began += [interlude.started_at for interlude in meeting.interludes[-1:]]
    former = meeting.last_spoken
    ended = former.ended_at if former else None
    bounds = [*began, *((ended,) if ended else ())]
    return min((floor.given_at.since(bound) for bound in bounds), default=0)
