"""Steps of the floor: it is given, its clock is stopped and started, it is ended."""

from __future__ import annotations

from tipfloor.core.floor.addresses import gives_addresses, next_address
from tipfloor.core.ground.instant import Instant
from tipfloor.core.leading.step import Step, step
from tipfloor.core.list.requests import is_away
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import JUST_CALLED


@step
def give_next(meeting: Meeting, now: Instant) -> Step | None:
    """Give the floor to the next on the list, or to the next address."""
    if gives_addresses(meeting) and (address := next_address(meeting)):
        if address.delegation and is_away(meeting, address.delegation):
            return None
        return Step("give_next", "begin_address", delegation=address.code)
    upcoming = meeting.speakers().next
    if meeting.floor_list is None or upcoming is None or is_away(meeting, upcoming.delegation):
        return None
    told = "start_clock" if meeting.speakers().called else ""
    return Step("give_next", "give_floor", delegation=upcoming.delegation, told=told)


@step
def call(meeting: Meeting, now: Instant) -> Step | None:
    """Call the next without starting its clock."""
    speakers = meeting.speakers()
    if meeting.floor_list is None or speakers.next is None or speakers.called:
        return None
    return Step("call", "call", delegation=speakers.next.delegation)


@step
def absent(meeting: Meeting, now: Instant) -> Step | None:
    """Whoever was called, or has the floor since a moment only, is not there."""
    if meeting.floor_list is None:
        return None
    if speaker := meeting.speaker:
        late = speaker.is_address or speaker.speaking(now) > JUST_CALLED
        return None if late else Step("absent", "absent", delegation=speaker.entry.delegation)
    upcoming = meeting.speakers().next
    return Step("absent", "absent", delegation=upcoming.delegation) if upcoming else None


@step
def end(meeting: Meeting, now: Instant) -> Step | None:
    """The speaker ends; after the limit, the speaker has stopped. An interlude ends too."""
    floor = meeting.floor
    if floor is None:
        on = meeting.interlude
        return Step("end", "end_interlude", title=on.what) if on else None
    told = "" if floor.has_floor else "speaker_stopped"
    return Step("end", "end_remark", delegation=floor.entry.delegation, told=told)


@step
def pause(meeting: Meeting, now: Instant) -> Step | None:
    """Stop the clock of whoever has the floor, or start it again."""
    speaker = meeting.speaker
    if speaker is None:
        return None
    kind = "resume" if speaker.pause else "pause"
    return Step("pause", kind, delegation=speaker.entry.delegation)


@step
def restart(meeting: Meeting, now: Instant) -> Step | None:
    """Let whoever has the floor begin again, for a reason."""
    return Step("restart", "restart", asks=True) if meeting.speaker else None


@step
def extend(meeting: Meeting, now: Instant) -> Step | None:
    """Grant the extension that the rules allow, once."""
    speaker = meeting.speaker
    may = speaker and speaker.limit is not None and not speaker.extended
    return Step("extend", "extend") if may and meeting.plan.rules.extension_seconds else None


@step
def back_date(meeting: Meeting, now: Instant) -> Step | None:
    """Set the start earlier, as long as it was a moment ago."""
    speaker = meeting.speaker
    fresh = speaker and speaker.speaking(now) <= JUST_CALLED
    return Step("back_date", "back_date", asks=True) if fresh else None


@step
def mark(meeting: Meeting, now: Instant) -> Step | None:
    """Mark the remark that is on."""
    on = meeting.floor
    return Step("mark", "mark", asks=True) if on and not on.is_address else None


@step
def interlude(meeting: Meeting, now: Instant) -> Step | None:
    """Begin an interlude, or end the one that is on."""
    if on := meeting.interlude:
        return Step("interlude", "end_interlude", title=on.what)
    return None if meeting.floor else Step("interlude", "begin_interlude", asks=True)


@step
def point(meeting: Meeting, now: Instant) -> Step | None:
    """Vote on an appeal, rule on a point of order, or take one."""
    if (appealed := meeting.appealed) and appealed.appeal:
        by = appealed.appeal.delegation
        return Step("point", "vote_on_appeal", asks=True, delegation=by)
    if meeting.points:
        by = meeting.points[0].delegation
        return Step("point", "rule_on_point", asks=True, delegation=by)
    return Step("point", "point_of_order", asks=True)


@step
def withdraw_point(meeting: Meeting, now: Instant) -> Step | None:
    """The first point of order that waits is withdrawn."""
    if not meeting.points:
        return None
    return Step("withdraw_point", "withdraw_point", delegation=meeting.points[0].delegation)


@step
def withdraw_appeal(meeting: Meeting, now: Instant) -> Step | None:
    """The appeal that waits is withdrawn."""
    if not (meeting.appealed and meeting.appealed.appeal):
        return None
    by = meeting.appealed.appeal.delegation
    return Step("withdraw_appeal", "withdraw_appeal", delegation=by)
