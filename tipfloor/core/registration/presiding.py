"""Who presides: from the start, and each change of the chair."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import Office
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Presiding


class PresidingChanged(Event):
    """Another officer took the chair (PRACTICE section 7, case 18).

    `elected` is who holds the office by election, where that is another.
    """

    version: ClassVar[int] = 2
    kind: Literal["presiding_changed"] = "presiding_changed"
    office: Office
    delegation: str | None = None
    reason: str | None = None
    elected: str | None = None

    def manner(self) -> Literal["", "delegation", "not_elected", "nobody"]:
        """Tell who presides, and whether another was elected."""
        if self.elected:
            return "not_elected" if self.delegation else "nobody"
        return "delegation" if self.delegation else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Let the officer preside from this instant on."""
        taken = Presiding(self.office, self.delegation, self.at)
        return meeting.having(presided=meeting.presided.appended(taken))


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
    """Let another officer preside: the vice chair for a while, the elected chair, a pro tempore.

    Whoever was not elected, where somebody was, presides for a reason.
    """

    asks = "ask.reason_other"

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
        elected = _elected_otherwise(meeting, self.office, code)
        if elected and not (self.reason or "").strip():
            name = meeting.plan.name_of(elected)
            raise Refused("other_elected", Rule.THE_CHAIR, delegation=name)
        changed = PresidingChanged(
            at=now, office=self.office, delegation=code, reason=self.reason, elected=elected
        )
        return [changed]


def elected_officers(meeting: Meeting) -> tuple[tuple[Office, str], ...]:
    """Return the elected officers who can preside, each with its delegation."""
    results = (
        (planned.presides, meeting.elections[planned.code][-1].result)
        for planned in meeting.plan.elections
        if planned.code in meeting.elections
    )
    return tuple((office, result.delegation) for office, result in results if office and result)


def _elected_otherwise(meeting: Meeting, office: Office, delegation: str | None) -> str | None:
    """Return who was elected to an office, or else to the chair, where it is another; else None."""
    officers = elected_officers(meeting)
    if (office, delegation) in officers:
        return None
    holders = [code for held, code in officers if held == office]
    holders += [code for held, code in officers if held == "chair"]
    return holders[0] if holders else None
