"""A statement handed in and not read: it counts as submitted in writing, with no time."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.entry import Capacity, Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stay import head_of


class StatementSubmitted(Event):
    """A delegation handed in its statement; `entry` is the place on the list that it gave up."""

    version: ClassVar[int] = 2
    kind: Literal["statement_submitted"] = "statement_submitted"
    session: str
    delegation: str
    entry: int | None = None
    capacity: Capacity = "national_authority"

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
            session=self.session,
            moment=meeting.moment,
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
        return after.having(remarks=(*meeting.remarks, statement))


class SubmitInWriting(Act):
    """A delegation hands in its statement instead of reading it; it leaves the list."""

    kind: Literal["submit_in_writing"] = "submit_in_writing"
    delegation: DelegationCode
    session: str | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Take it at any time (PRACTICE section 7, case 23)."""
        delegation = meeting.delegation(self.delegation).code
        session = meeting.session_or_current(self.session)
        waiting = meeting.speakers(session).of(delegation)
        submitted = StatementSubmitted(
            at=now,
            session=session,
            delegation=delegation,
            entry=waiting.id if waiting else None,
            capacity=head_of(meeting.attendance, delegation),
        )
        return [submitted]
