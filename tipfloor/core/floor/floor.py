"""The floor: given to one speaker at a time, ended, and passed on."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.floor.interlude_ends import ending_interlude
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import session_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import arriving, refuse_unless_present
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.registration.presiding import in_the_chair
from tipfloor.core.state.entry import Capacity, Entry, SpeakersList
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stay import head_of


class FloorGiven(Event):
    """A delegation took the floor and its clock started; the event's position names the remark.

    `place` is where it stood on the list, None when it was not on it; `limit_seconds` is the
    limit that held, None without one. `capacity` is the one in which it speaks;
    `national_capacity` marks whoever is in the chair speaking for its country.
    """

    version: ClassVar[int] = 3
    kind: Literal["floor_given"] = "floor_given"
    session: str
    delegation: str
    entry: int | None
    place: int | None
    limit_seconds: int | None
    withdraws: bool
    reason: str | None = None
    capacity: Capacity | None = None
    national_capacity: bool = False

    def manner(self) -> Literal["", "no_limit", "out_of_order", "out_of_order_no_limit"]:
        """Tell whether it was out of order, and whether it has no limit."""
        if self.limit_seconds is None:
            return "no_limit" if self.place == 1 else "out_of_order_no_limit"
        return "" if self.place == 1 else "out_of_order"

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the entry off its list and start its remark."""
        speakers = meeting.speakers(self.session)
        entry = speakers.entry(self.entry) or Entry(
            id=meeting.position,
            delegation=self.delegation,
            requested_at=self.at,
        )
        entry = replace(entry, capacity=self.capacity or entry.capacity)
        in_order = self.place == 1 and not is_early(speakers, entry)
        marks = entry.marks if in_order else (*entry.marks, "out_of_order")
        remark = Remark(
            id=meeting.position,
            number=meeting.next_number,
            session=session_of(self.session),
            moment=meeting.moment,
            day=meeting.day,
            entry=entry,
            place=self.place or 0,
            given_at=self.at,
            limit=None if self.limit_seconds is None else self.limit_seconds * 1000,
            withdraws=self.withdraws,
            marks=(*marks, "national_capacity") if self.national_capacity else marks,
        )
        lists = {**meeting.lists, self.session: speakers.without(entry.id)}
        return meeting.having(lists=lists, floor=remark)

    def left_out(self, meeting: Meeting, position: int) -> Meeting:
        """Keep the number that it had."""
        return meeting.with_void(position)


class GiveFloor(Act):
    """Give the floor to the next on the list; to another delegation, out of order, for a reason.

    `arrived` checks it in with this act where it is not here as yet.
    """

    asks = "ask.reason_give_floor"

    kind: Literal["give_floor"] = "give_floor"
    delegation: DelegationCode | None = None
    reason: Reason | None = None
    arrived: bool = False

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Give it while nobody has it; whoever talks on in over-time has stopped by then."""
        session = free_floor(meeting, now)
        entry = listed(meeting, session, self.delegation)
        speakers = meeting.speakers(session)
        out_of_order = entry is None or is_out_of_order(meeting, session, entry)
        reason = needs_reason(self.reason) if out_of_order else None
        code = entry.delegation if entry else meeting.delegation(self.delegation or "").code
        arrived = arriving(meeting, now, code) if self.arrived else []
        for event in arrived:
            meeting = event.apply(meeting)
        refuse_unless_present(meeting, now, code, session)
        head = head_of(meeting.attendance, code)
        taking = entry or Entry(id=0, delegation=code, requested_at=now, capacity=head)
        ended = ending_interlude(meeting, now)
        given = FloorGiven(
            at=now,
            session=session,
            delegation=code,
            entry=entry.id if entry else None,
            place=speakers.place_of(entry) if entry else None,
            limit_seconds=limit_of(meeting, taking, session),
            withdraws=meeting.plan.rules.at_limit == "withdraw",
            reason=reason,
            capacity=_capacity(meeting, taking),
            national_capacity=taking.is_remark and code in in_the_chair(meeting),
        )
        return [*stop_over_time(meeting, now), *ended, *arrived, given]


def _capacity(meeting: Meeting, taking: Entry) -> Capacity:
    """Return in which capacity an entry speaks: as checked in, unless it was stated otherwise."""
    if taking.stated or taking.delegation not in meeting.checked_in:
        return taking.capacity
    return head_of(meeting.attendance, taking.delegation)


class RemarkEnded(Event):
    """The speaker ended, or the chair ended the remark."""

    tells_durations: ClassVar[bool] = True
    kind: Literal["remark_ended"] = "remark_ended"
    remark: int
    delegation: str
    by: Literal["speaker", "chair"] = "speaker"

    def manner(self) -> Literal["spoken", "by_chair"]:
        """Tell who ended it."""
        return "by_chair" if self.by == "chair" else "spoken"

    def apply(self, meeting: Meeting) -> Meeting:
        """Free the floor."""
        speaker = meeting.speaker
        if speaker is None or speaker.id != self.remark:
            return meeting
        ended = speaker.ended(self.at, self.by)
        return meeting.having(floor=None, remarks=meeting.remarks.appended(ended))


class SpeakerStopped(Event):
    """Whoever talked on after the floor was withdrawn stopped: the over-time is known.

    Where another act brought it about, undoing that act leaves it.
    """

    apart: ClassVar[bool] = True
    tells_durations: ClassVar[bool] = True
    kind: Literal["speaker_stopped"] = "speaker_stopped"
    remark: int
    delegation: str

    def manner(self) -> Literal["over"]:
        """Tell it with the over-time."""
        return "over"

    def apply(self, meeting: Meeting) -> Meeting:
        """Close the remark with its over-time."""
        floor = meeting.floor
        if floor is None or floor.id != self.remark:
            return meeting
        stopped = floor.stopped(self.at)
        return meeting.having(floor=None, remarks=meeting.remarks.appended(stopped))


class EndRemark(Act):
    """The speaker ends; in over-time, the speaker has stopped."""

    kind: Literal["end_remark"] = "end_remark"
    by: Literal["speaker", "chair"] = "speaker"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """End the remark that is on."""
        speaker = meeting.speaker
        if speaker is None and meeting.floor is None:
            raise Refused("floor_free", Rule.ONE_FLOOR)
        if speaker is None:
            return stop_over_time(meeting, now)
        ended = RemarkEnded(
            at=now, remark=speaker.id, delegation=speaker.entry.delegation, by=self.by
        )
        return [ended]


def stop_over_time(meeting: Meeting, now: Instant) -> list[Event]:
    """Return the event that ends an over-time, if one is being counted.

    It stands on its own: undoing the act that follows it leaves it in force.
    """
    floor = meeting.floor
    if floor is None or floor.has_floor:
        return []
    return [SpeakerStopped(at=now, remark=floor.id, delegation=floor.entry.delegation)]


def refuse_while_taken(meeting: Meeting, now: Instant) -> None:
    """Refuse what needs a free floor while someone has it."""
    if meeting.speaker:
        raise floor_taken(meeting, meeting.speaker, now)


def refuse_while_point_waits(meeting: Meeting) -> None:
    """Refuse what a point of order comes before: it is ruled on at once (PRACTICE section 4)."""
    refuse_while_appealed(meeting)
    if meeting.points:
        name = meeting.plan.name_of(meeting.points[0].delegation)
        raise Refused("point_waiting", Rule.THE_CHAIR, delegation=name)


def refuse_while_appealed(meeting: Meeting) -> None:
    """Refuse what an appeal against a ruling comes before: it is voted on at once."""
    if (point := meeting.appealed) and point.appeal:
        name = meeting.plan.name_of(point.appeal.delegation)
        raise Refused("appeal_waiting", Rule.APPEALS, delegation=name)


def floor_taken(meeting: Meeting, speaker: Remark, now: Instant) -> Refused:
    """Return the refusal that names who has the floor and the milliseconds left."""
    name = meeting.plan.name_of(speaker.entry.delegation)
    left = speaker.left(now)
    return Refused("floor_taken", Rule.ONE_FLOOR, delegation=name, left=max(0, left or 0))


def open_list(meeting: Meeting) -> str:
    """Return the list from which the floor is given now, by its code. Raises Refused."""
    meeting.refuse_while_suspended()
    code = meeting.floor_list
    if code is None:
        planned = meeting.plan.session(meeting.list_session or "")
        raise Refused(
            "session_not_open", Rule.ORDER_OF_MOMENTS, session=planned.title if planned else ""
        )
    return code


def free_floor(meeting: Meeting, now: Instant) -> str:
    """Return the list that is open while nobody has the floor. Raises Refused."""
    session = open_list(meeting)
    refuse_while_taken(meeting, now)
    refuse_while_point_waits(meeting)
    return session


def next_entry(meeting: Meeting, session: str) -> Entry:
    """Return the entry that is called next. Raises Refused where nobody waits."""
    upcoming = meeting.speakers(session).next
    if upcoming is None:
        raise Refused("nobody_waiting", Rule.ORDER_OF_THE_LIST)
    return upcoming


def is_early(speakers: SpeakersList, entry: Entry) -> bool:
    """Tell whether an entry is a reply before the main list is heard (PRACTICE section 4)."""
    return entry.kind == "reply" and any(item.kind != "reply" for item in speakers.waiting)


def is_out_of_order(meeting: Meeting, session: str, entry: Entry) -> bool:
    """Tell whether an entry cannot take the floor now without a reason."""
    speakers = meeting.speakers(session)
    if entry.id != next_entry(meeting, session).id:
        return True
    return entry.id != speakers.called and is_early(speakers, entry)


def listed(meeting: Meeting, session: str, delegation: str | None) -> Entry | None:
    """Return the entry meant: the next, or a delegation's own; None when it is not listed."""
    if delegation is None:
        return next_entry(meeting, session)
    code = meeting.delegation(delegation).code
    upcoming = meeting.speakers(session).next
    if upcoming and upcoming.delegation == code:
        return upcoming
    return meeting.speakers(session).of(code)
