"""Registration: which delegations are there in person."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.act import Act, DelegationCode
from tipfloor.core.clock import Instant
from tipfloor.core.event import Event
from tipfloor.core.meeting import Meeting
from tipfloor.core.refusal import Refused, Rule


class CheckedIn(Event):
    """A delegation arrived."""

    kind: Literal["checked_in"] = "checked_in"
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Count the delegation as present."""
        return meeting.having(checked_in=meeting.checked_in | {self.delegation})


class CheckIn(Act):
    """Check a delegation in."""

    kind: Literal["check_in"] = "check_in"
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Check it in once."""
        found = meeting.delegation(self.delegation).code
        if found in meeting.checked_in:
            raise Refused("checked_in", Rule.CHECK_IN, delegation=meeting.plan.name_of(found))
        return [CheckedIn(at=now, delegation=found)]


class CheckedOut(Event):
    """A delegation left; it is not heard where it still waits (PRACTICE section 7, case 19)."""

    kind: Literal["checked_out"] = "checked_out"
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the delegation off every list."""
        after = meeting.having(checked_in=meeting.checked_in - {self.delegation})
        for session, speakers in meeting.lists.items():
            for entry in speakers.waiting:
                if entry.delegation == self.delegation:
                    gone = after.speakers(session).departing(entry, self.at, "left")
                    after = after.with_list(session, gone)
        return after


class CheckOut(Act):
    """Check a delegation out."""

    kind: Literal["check_out"] = "check_out"
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Check it out where it is checked in."""
        found = meeting.delegation(self.delegation).code
        if found not in meeting.checked_in:
            raise Refused("not_checked_in", Rule.CHECK_IN, delegation=meeting.plan.name_of(found))
        return [CheckedOut(at=now, delegation=found)]
