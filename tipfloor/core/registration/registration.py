"""Registration: which delegations are there in person, under which head, accredited when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Day
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum_watch import quorum_events
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import Stay, changed, last_stay


class CheckedIn(Event):
    """A delegation arrived; `capacity` is its head's, `late` marks a late accreditation."""

    version: ClassVar[int] = 2
    kind: Literal["checked_in"] = "checked_in"
    delegation: str
    capacity: Capacity = "national_authority"
    accredited_on: date | None = None
    late: bool = False
    admitted_because: str | None = None

    def manner(self) -> Literal["", "designated", "late", "designated_late"]:
        """Tell by whom the delegation is led, and whether it was accredited late."""
        if self.capacity == "designated_delegate":
            return "designated_late" if self.late else "designated"
        return "late" if self.late else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Count the delegation as present, and begin its stay."""
        stay = Stay(
            self.delegation,
            self.at,
            capacity=self.capacity,
            accredited_on=self.accredited_on,
            late=self.late,
            reason=self.admitted_because,
        )
        present = meeting.checked_in | {self.delegation}
        return meeting.having(checked_in=present, attendance=meeting.attendance.appended(stay))


def refuse_while_empty(meeting: Meeting) -> None:
    """Refuse what is about a delegation that is there, where none is."""
    if not meeting.checked_in:
        raise Refused("nobody_here", Rule.CHECK_IN)


class CheckIn(Act):
    """Check a delegation in: the capacity of its head, and when it was accredited in writing.

    What is not stated is as the meeting file has it; a head is else the national authority.
    """

    kind: Literal["check_in"] = "check_in"
    delegation: DelegationCode
    capacity: Capacity | None = None
    accredited_on: Day | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Check it in once; a late accreditation is a mark, never a refusal."""
        planned = meeting.delegation(self.delegation)
        found = planned.code
        accredited_on = self.accredited_on or planned.accredited_on
        if found in meeting.checked_in:
            raise Refused("checked_in", Rule.CHECK_IN, delegation=meeting.plan.name_of(found))
        arrived = CheckedIn(
            at=now,
            delegation=found,
            capacity=self.capacity or planned.capacity or "national_authority",
            accredited_on=accredited_on,
            late=is_late(meeting, accredited_on),
        )
        return [arrived, *quorum_events(meeting, arrived)]


class CheckInAmended(Event):
    """What was noted at the check-in of a delegation that is there was put right."""

    kind: Literal["check_in_amended"] = "check_in_amended"
    delegation: str
    capacity: Capacity
    accredited_on: date | None = None
    late: bool = False

    def manner(self) -> Literal["", "accredited", "late"]:
        """Tell whether a date of accreditation is noted, and a late one."""
        if self.late:
            return "late"
        return "accredited" if self.accredited_on else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put it right in the stay that is on; remarks keep the capacity in which they were."""
        noted = {"capacity": self.capacity, "accredited_on": self.accredited_on, "late": self.late}
        return meeting.having(attendance=changed(meeting.attendance, self.delegation, **noted))


class AmendCheckIn(Act):
    """Put right the capacity of a head of delegation, or its date of accreditation."""

    kind: Literal["amend_check_in"] = "amend_check_in"
    delegation: DelegationCode
    capacity: Capacity | None = None
    accredited_on: Day | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Put right what is stated and differs, of a delegation that is checked in."""
        found = meeting.delegation(self.delegation).code
        stay = last_stay(meeting.attendance, found)
        name = meeting.plan.name_of(found)
        if stay is None or stay.left is not None:
            raise Refused("not_there", Rule.CHECK_IN, delegation=name)
        capacity = self.capacity or stay.capacity
        accredited_on = self.accredited_on or stay.accredited_on
        if (capacity, accredited_on) == (stay.capacity, stay.accredited_on):
            raise Refused("nothing_to_amend", Rule.THE_RECORD, delegation=name)
        amended = CheckInAmended(
            at=now,
            delegation=found,
            capacity=capacity,
            accredited_on=accredited_on,
            late=is_late(meeting, accredited_on),
        )
        return [amended]


class CheckedOut(Event):
    """A delegation left; it is not heard where it still waits (PRACTICE section 7, case 19)."""

    kind: Literal["checked_out"] = "checked_out"
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """End its stay and take it off every list; a remark that it is making goes on."""
        after = meeting.having(
            checked_in=meeting.checked_in - {self.delegation},
            attendance=changed(meeting.attendance, self.delegation, left=self.at),
        )
        for session, speakers in meeting.lists.items():
            for entry in speakers.waiting:
                if entry.delegation == self.delegation:
                    gone = after.speakers(session).departing(entry, self.at, "left")
                    after = after.with_list(session, gone)
        return after


class CheckOut(Act):
    """Check a delegation out; a remark that it is making goes on until the desk ends it."""

    kind: Literal["check_out"] = "check_out"
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Check it out where it is checked in."""
        found = meeting.delegation(self.delegation).code
        if found not in meeting.checked_in:
            raise Refused("not_checked_in", Rule.CHECK_IN, delegation=meeting.plan.name_of(found))
        gone = CheckedOut(at=now, delegation=found)
        return [gone, *quorum_events(meeting, gone)]


def is_late(meeting: Meeting, accredited_on: date | None) -> bool:
    """Tell whether an accreditation came after the date that the rules set."""
    by = meeting.plan.rules.accreditation_by
    return by is not None and accredited_on is not None and accredited_on > by
