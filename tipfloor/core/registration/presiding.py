"""Who presides: from the start, and each change of the chair."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import Office
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Presiding


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


def officers(meeting: Meeting) -> tuple[Presiding, ...]:
    """Return who presided in order, from the convening on (PRACTICE section 1, rule 11)."""
    planned = meeting.plan.presiding
    first = Presiding(planned.office, planned.delegation, meeting.convened_at)
    return (first, *meeting.presided)


def in_the_chair(meeting: Meeting, at: Instant | None = None) -> frozenset[str]:
    """Return the delegations whose remarks, now or at an instant, are in national capacity.

    They are the one that presides and, while a vice chair stands in, the one that it stands in for
    (PRACTICE section 7, case 18).
    """
    every = officers(meeting)
    until = [item for item in every if at is None or at.reached(item.since)] or [every[0]]
    seated = [item for item in until if item.office != "vice_chair"][-1:]
    return frozenset(item.delegation for item in (until[-1], *seated) if item.delegation)


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
