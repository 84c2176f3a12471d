"""Nominations: a delegation is nominated for an office, seconded, or withdrawn."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.elections.offices import (
    election_of,
    member,
    nomination_of,
    office_planned,
    reason_for_now,
    under_way,
    with_election,
)
from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.registration.proposing import proposer
from tipfloor.core.state.election import Nomination
from tipfloor.core.state.meeting import Meeting


class Nominated(Event):
    """A delegation was nominated for an office."""

    kind: Literal["nominated"] = "nominated"
    election: str
    delegation: str
    nominated_by: str
    seconded_by: str | None = None
    reason: str | None = None

    def manner(self) -> Literal["", "seconded"]:
        """Tell whether it was seconded."""
        return "seconded" if self.seconded_by else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the nomination."""
        seconded_by = (self.seconded_by,) if self.seconded_by else ()
        nomination = Nomination(self.delegation, self.nominated_by, self.at, seconded_by)
        former = election_of(meeting, self.election).nominations
        return with_election(meeting, self.election, nominations=(*former, nomination))


class Nominate(Act):
    """Nominate a delegation for an office; outside its moment, for a reason."""

    asks = "ask.reason_election"

    kind: Literal["nominate"] = "nominate"
    election: str
    delegation: DelegationCode
    nominated_by: DelegationCode
    seconded_by: DelegationCode | None = None
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Nominate it once (PRACTICE section 2, rows iii and viii); it may be absent itself."""
        current = under_way(meeting, self.election)
        nominee = member(meeting, self.delegation)
        if current.nomination(nominee):
            raise Refused(
                "nominated_already",
                Rule.ELECTIONS,
                delegation=meeting.plan.name_of(nominee),
                office=office_planned(meeting, self.election).title,
            )
        by = _taking_part(meeting, now, self.nominated_by)
        second = _taking_part(meeting, now, self.seconded_by) if self.seconded_by else None
        if second:
            refuse_second(meeting, second, nominee, (by,))
        nominated = Nominated(
            at=now,
            election=self.election,
            delegation=nominee,
            nominated_by=by,
            seconded_by=second,
            reason=reason_for_now(meeting, self.election, self.reason),
        )
        return [nominated]


class NominationSeconded(Event):
    """Another delegation supported a nomination."""

    kind: Literal["nomination_seconded"] = "nomination_seconded"
    election: str
    delegation: str
    seconded_by: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it with the nomination."""
        current = election_of(meeting, self.election)
        found = current.nomination(self.delegation)
        if found is None:
            return meeting
        newer = replace(found, seconded_by=(*found.seconded_by, self.seconded_by))
        changed = current.with_nomination(newer).nominations
        return with_election(meeting, self.election, nominations=changed)


class Second(Act):
    """Second the nomination of a delegation."""

    kind: Literal["second"] = "second"
    election: str
    delegation: DelegationCode
    seconded_by: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Second it once."""
        found = nomination_of(meeting, self.election, self.delegation)
        by = _taking_part(meeting, now, self.seconded_by)
        refuse_second(meeting, by, found.delegation, (found.nominated_by, *found.seconded_by))
        seconded = NominationSeconded(
            at=now, election=self.election, delegation=found.delegation, seconded_by=by
        )
        return [seconded]


class NominationWithdrawn(Event):
    """A nomination was withdrawn before the office was filled."""

    kind: Literal["nomination_withdrawn"] = "nomination_withdrawn"
    election: str
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Let the delegation stand no more."""
        current = election_of(meeting, self.election)
        found = current.nomination(self.delegation)
        if found is None:
            return meeting
        changed = current.with_nomination(replace(found, withdrawn_at=self.at)).nominations
        return with_election(meeting, self.election, nominations=changed)


class WithdrawNomination(Act):
    """Withdraw the nomination of a delegation."""

    kind: Literal["withdraw_nomination"] = "withdraw_nomination"
    election: str
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it; the record keeps that it was made."""
        code = nomination_of(meeting, self.election, self.delegation).delegation
        return [NominationWithdrawn(at=now, election=self.election, delegation=code)]


def refuse_second(meeting: Meeting, by: str, nominee: str, supporters: tuple[str, ...]) -> None:
    """Refuse a second by the nominee or by a delegation that supports the nomination already."""
    if by in (nominee, *supporters):
        raise Refused("cannot_second", Rule.ELECTIONS, delegation=meeting.plan.name_of(by))


def _taking_part(meeting: Meeting, now: Instant, given: str) -> str:
    """Return the code of who may propose and is present where that is required. Raises Refused."""
    code = proposer(meeting, now, given)
    refuse_unless_present(meeting, now, code)
    return code
