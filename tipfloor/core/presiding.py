"""Who presides: from the start, and each change of the chair."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.act import Act, DelegationCode, Reason
from tipfloor.core.clock import Instant
from tipfloor.core.event import Event
from tipfloor.core.kept import Presiding
from tipfloor.core.meeting import Meeting
from tipfloor.core.programme import Office
from tipfloor.core.refusal import Refused, Rule


class PresidingChanged(Event):
    """Another officer took the chair (PRACTICE section 7, case 18)."""

    kind: Literal["presiding_changed"] = "presiding_changed"
    office: Office
    delegation: str | None = None
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Let the officer preside from this instant on."""
        taken = Presiding(self.office, self.delegation, self.at)
        return meeting.having(presided=(*meeting.presided, taken))


class ChangePresiding(Act):
    """Let another officer preside: the vice chair for a while, the elected chair, a pro tempore."""

    kind: Literal["change_presiding"] = "change_presiding"
    office: Office
    delegation: DelegationCode | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Change it unless that officer presides already."""
        code = meeting.delegation(self.delegation).code if self.delegation else None
        presiding = meeting.presiding
        if (presiding.office, presiding.delegation) == (self.office, code):
            raise Refused("presides_already", Rule.THE_CHAIR)
        changed = PresidingChanged(at=now, office=self.office, delegation=code, reason=self.reason)
        return [changed]
