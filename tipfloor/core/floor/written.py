"""A statement handed in and not read: it counts as submitted in writing, with no time."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, DelegationCode, SessionCode
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of, session_of
from tipfloor.core.state.entry import Capacity, Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stay import head_of


class StatementSubmitted(Event):
    """A delegation handed in its statement; `entry` is the place on the list that it gave up.

    `takes_floors_number` says that it took the number of the remark then on, as before version 3.
    """

    version: ClassVar[int] = 3
    kind: Literal["statement_submitted"] = "statement_submitted"
    session: str
    delegation: str
    entry: int | None = None
    capacity: Capacity = "national_authority"
    takes_floors_number: bool = False

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Let it number remarks as the program did then: files made then still match."""
        return {**body, "takes_floors_number": True}

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it among the remarks, without a second of speaking time."""
        speakers = meeting.speakers(self.session)
        entry = speakers.entry(self.entry) or Entry(
            id=meeting.position,
            delegation=self.delegation,
            requested_at=self.at,
            capacity=self.capacity,
        )
        statement = Remark(
            id=meeting.position,
            number=meeting.next_number,
            session=session_of(self.session),
            moment=moment_of(self.session) or meeting.moment,
            day=meeting.day,
            entry=replace(entry, kind="written"),
            place=0,
            given_at=self.at,
            limit=None,
            withdraws=False,
            ended_at=self.at,
            ended_by="writing",
            marks=entry.marks,
        )
        after = meeting.with_list(self.session, speakers.without(entry.id))
        if self.takes_floors_number and meeting.floor:
            number = meeting.floor.number
            statement = replace(statement, number=number)
            after = after.having(floor=replace(meeting.floor, number=number + 1))
        return after.having(remarks=meeting.remarks.appended(statement))

    def left_out(self, meeting: Meeting, position: int) -> Meeting:
        """Keep the number that it had."""
        return meeting.with_void(position)


class SubmitInWriting(Act):
    """A delegation hands in its statement instead of reading it; it leaves the list."""

    kind: Literal["submit_in_writing"] = "submit_in_writing"
    delegation: DelegationCode
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Take it at any time (PRACTICE section 7, case 23)."""
        delegation = meeting.delegation(self.delegation).code
        session = meeting.list_named(self.session)
        waiting = meeting.speakers(session).of(delegation)
        submitted = StatementSubmitted(
            at=now,
            session=session,
            delegation=delegation,
            entry=waiting.id if waiting else None,
            capacity=head_of(meeting.attendance, delegation),
        )
        return [submitted]
