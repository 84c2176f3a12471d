"""A remark that was spoken while the program was down, entered afterwards with its times."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tipfloor.core.corrections.retiming import instant_of, refuse_impossible, retimed
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.inscription import RemarkKind
from tipfloor.core.state.entry import Capacity, Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class RemarkEntered(Event):
    """A remark was entered by hand; `stopped_at` is when whoever spoke stopped."""

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

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the remark where its start has it among the others."""
        return _inserted(meeting, self.remark(meeting.position))

    def remark(self, position: int) -> Remark:
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
            session=self.session,
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

    A time of day is the one nearest to now; a date before it, as in 2024-02-05T11:03:08, says
    another day.
    """

    kind: Literal["enter_remark"] = "enter_remark"
    delegation: DelegationCode
    given_at: str
    ended_at: str
    reason: Reason | None = None
    session: str | None = None
    capacity: Capacity = "national_authority"
    remark_kind: RemarkKind = "remark"
    on_behalf_of: tuple[DelegationCode, ...] = ()

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Enter it where no other remark was on."""
        code = meeting.delegation(self.delegation).code
        session = meeting.session_or_current(self.session)
        planned = meeting.plan.session(session)
        given = instant_of(self.given_at, now, meeting)
        entry = Entry(id=0, delegation=code, requested_at=given, kind=self.remark_kind)
        entered = RemarkEntered(
            at=now,
            session=session,
            moment=planned.moment if planned else meeting.moment,
            day=meeting.local_day(given),
            delegation=code,
            capacity=self.capacity,
            remark_kind=self.remark_kind,
            on_behalf_of=tuple(meeting.delegation(one).code for one in self.on_behalf_of),
            given_at=given,
            stopped_at=instant_of(self.ended_at, given, meeting),
            limit_seconds=meeting.limit_of(entry, session),
            withdraws=meeting.plan.rules.at_limit == "withdraw",
            reason=needs_reason(self.reason),
        )
        refuse_impossible(meeting, entered.remark(0), now)
        return [entered]


def _inserted(meeting: Meeting, remark: Remark) -> Meeting:
    """Return the meeting with a remark at its place; replies go on naming the same remarks."""
    before = [item for item in meeting.remarks if item.given_at.utc <= remark.given_at.utc]
    place = len(before)
    moved = [_renumbered(item, place) for item in (*before, *meeting.remarks[place:])]
    moved.insert(place, remark)
    floor = _renumbered(meeting.floor, place) if meeting.floor else None
    lists = {
        code: replace(
            speakers, waiting=tuple(_answering(entry, place) for entry in speakers.waiting)
        )
        for code, speakers in meeting.lists.items()
    }
    return meeting.having(remarks=tuple(moved), floor=floor, lists=lists)


def _renumbered(remark: Remark, place: int) -> Remark:
    entry = _answering(remark.entry, place)
    return remark if entry is remark.entry else replace(remark, entry=entry)


def _answering(entry: Entry, place: int) -> Entry:
    """Return an entry that answers the same remark, whose number grew by the one inserted."""
    if entry.replies_to is None or entry.replies_to <= place:
        return entry
    return replace(entry, replies_to=entry.replies_to + 1)
