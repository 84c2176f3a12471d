"""A remark that was missed, such as while the program was down, entered with its times."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.corrections.held import instant_in, refuse_outside
from tipfloor.core.corrections.retiming import instant_of, refuse_impossible, retimed
from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode, needs_reason
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of, session_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import RemarkKind
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.registration.noted import contradicted
from tipfloor.core.state.entry import Capacity, Entry
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.sitting import sitting_of
from tipfloor.core.state.stay import head_of


class RemarkEntered(Event):
    """A remark was entered by hand; `stopped_at` is when whoever spoke stopped.

    `moves_numbers` says that it took the number of its place in time and that those after it
    moved up by one, as before version 2. `by_times_of_day` says that it was put among the others by
    what the wall clock showed, as before version 4, and not as their instants are counted.
    """

    version: ClassVar[int] = 4
    kind: Literal["remark_entered"] = "remark_entered"
    session: str
    moment: str
    day: str
    delegation: str
    capacity: Capacity = "national_authority"
    remark_kind: RemarkKind = "remark"
    on_behalf_of: tuple[str, ...] = ()
    given_at: Instant
    stopped_at: Instant
    limit_seconds: int | None
    withdraws: bool
    reason: str
    noted: dict[str, str] = {}
    moves_numbers: bool = False
    by_times_of_day: bool = False

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Let it place and number remarks as the program did then: files made then still match."""
        numbered = {"moves_numbers": True} if version < 2 else {}
        return {**body, **numbered, "by_times_of_day": True}

    def manner(self) -> Literal["", "otherwise"]:
        """Tell whether the check-in says otherwise."""
        return "otherwise" if self.noted else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the remark where its start has it among the others, under the next number."""
        remark = self.remark(meeting.position, meeting.next_number)
        place = sum(map(self._is_after, meeting.remarks))
        if self.moves_numbers:
            meeting = _moved_up(meeting, place)
            remark = replace(remark, number=place + 1)
        return meeting.having(remarks=meeting.remarks.inserted(place, remark))

    def _is_after(self, other: Remark) -> bool:
        if self.by_times_of_day:
            return other.given_at.utc <= self.given_at.utc
        return self.given_at.reached(other.given_at)

    def left_out(self, meeting: Meeting, position: int) -> Meeting:
        """Keep the number that it had, unless others took that from one another."""
        return meeting if self.moves_numbers else meeting.with_void(position)

    def remark(self, position: int, number: int) -> Remark:
        """Return the remark, which is known by the position of this event."""
        entry = Entry(
            id=position,
            delegation=self.delegation,
            requested_at=self.given_at,
            capacity=self.capacity,
            kind=self.remark_kind,
            on_behalf_of=self.on_behalf_of,
        )
        begun = Remark(
            id=position,
            number=number,
            session=session_of(self.session),
            moment=self.moment,
            day=self.day,
            entry=entry,
            place=0,
            given_at=self.given_at,
            limit=None if self.limit_seconds is None else self.limit_seconds * 1000,
            withdraws=self.withdraws,
            marks=("by_hand",),
        )
        return retimed(begun, self.given_at, self.stopped_at)


class EnterRemark(Act):
    """Enter a remark by hand: who spoke, from when to when in local time, and why it is entered.

    The capacity is that of the head at check-in unless another is stated.

    A time of day is of a day on which its session was on, else the one nearest to now; a date
    before it, as in 2024-02-05T11:03:08, says another day. It can be entered after the closing.
    """

    asks = "ask.reason_entered"

    kind: Literal["enter_remark"] = "enter_remark"
    delegation: DelegationCode
    given_at: str
    ended_at: str
    reason: Reason | None = None
    session: SessionCode | None = None
    capacity: Capacity | None = None
    remark_kind: RemarkKind = "remark"
    on_behalf_of: tuple[DelegationCode, ...] = ()

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Enter it while its session was on and nobody else had the floor."""
        code = meeting.delegation(self.delegation).code
        session = meeting.list_named(self.session)
        planned = meeting.plan.session(session)
        behalf = tuple(dict.fromkeys(meeting.delegation(one).code for one in self.on_behalf_of))
        if code in behalf:
            name = meeting.plan.name_of(code)
            raise Refused("same_delegation", Rule.ONE_ENTRY, delegation=name)
        given = instant_in(self.given_at, meeting, session, now)
        capacity = self.capacity or head_of(meeting.attendance, code)
        entry = Entry(id=0, delegation=code, requested_at=given, kind=self.remark_kind)
        entered = RemarkEntered(
            at=now,
            session=session,
            moment=planned.moment if planned else moment_of(session) or meeting.moment,
            day=_day_of(meeting, given),
            delegation=code,
            capacity=capacity,
            remark_kind=self.remark_kind,
            on_behalf_of=behalf,
            noted=contradicted(meeting, code, capacity, given),
            given_at=given,
            stopped_at=instant_of(self.ended_at, given, meeting),
            limit_seconds=limit_of(meeting, entry, session),
            withdraws=meeting.plan.rules.at_limit == "withdraw",
            reason=needs_reason(self.reason),
        )
        remark = entered.remark(0, 0)
        refuse_impossible(meeting, remark, now)
        refuse_outside(meeting, session, remark, now)
        return [entered]


def _day_of(meeting: Meeting, at: Instant) -> str:
    """Return the day of the sitting to which an instant belongs (PRACTICE section 7, case 16)."""
    sitting = sitting_of(meeting.sittings, at)
    return sitting.day if sitting else meeting.local_day(at)


def _moved_up(meeting: Meeting, place: int) -> Meeting:
    """Return the meeting in which each remark with a number above `place` has the next one."""

    def moved(remark: Remark) -> Remark:
        return replace(remark, number=remark.number + 1) if remark.number > place else remark

    floor = moved(meeting.floor) if meeting.floor else None
    return meeting.having(remarks=Log(map(moved, meeting.remarks)), floor=floor)
