"""Who is elected to an office, and by acclamation of the only candidate."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.elections.host_offers import accepting
from tipfloor.core.elections.offices import (
    nomination_of,
    office_planned,
    quorum_facts,
    reason_for_now,
    taking_the_chair,
    under_way,
    with_election,
)
from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import is_away
from tipfloor.core.registration.quorum import ask_quorum
from tipfloor.core.state.election import ElectionResult
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Method


class Elected(Event):
    """A delegation was elected to an office."""

    kind: Literal["elected"] = "elected"
    election: str
    delegation: str
    method: Method
    present: int
    needed: int
    away: bool = False
    reason: str | None = None

    def manner(self) -> Literal["", "acclamation", "acclamation_away", "vote", "vote_away"]:
        """Tell by which method, and whether the elected was away."""
        if self.method == "consensus":
            return ""
        if self.away:
            return "vote_away" if self.method == "vote" else "acclamation_away"
        return self.method

    def apply(self, meeting: Meeting) -> Meeting:
        """Fill the office."""
        result = ElectionResult(
            self.delegation, self.method, self.at, self.present, self.needed, self.away
        )
        return with_election(meeting, self.election, result=result)


class Acclaim(Act):
    """Declare the only candidate for an office elected by acclamation.

    `delegation` makes sure that it is the one meant; `accept_offer` accepts its offer to host too.
    """

    asks = "ask.reason_election"

    kind: Literal["acclaim"] = "acclaim"
    election: str
    delegation: DelegationCode | None = None
    accept_offer: bool = False
    insist: bool = False
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Elect it where nobody else stands; the quorum is that for deciding."""
        candidate = self._candidate(meeting)
        reason = reason_for_now(meeting, self.election, self.reason)
        found = ask_quorum(meeting, "decide", insist=self.insist)
        elected = Elected(
            at=now,
            election=self.election,
            delegation=candidate,
            method="acclamation",
            away=is_away(meeting, candidate),
            reason=reason,
            **quorum_facts(found),
        )
        return [elected, *consequences(meeting, now, elected, accept_offer=self.accept_offer)]

    def _candidate(self, meeting: Meeting) -> str:
        office, current = office_planned(meeting, self.election), under_way(meeting, self.election)
        meant = self.delegation and nomination_of(meeting, self.election, self.delegation)
        candidates = [item.delegation for item in current.standing]
        names = ", ".join(meeting.plan.name_of(code) for code in candidates)
        if not candidates:
            raise Refused("no_candidate", Rule.ELECTIONS, office=office.title)
        if len(candidates) > 1:
            raise Refused(
                "several_candidates", Rule.ELECTIONS, office=office.title, candidates=names
            )
        if meant and meant.delegation not in candidates:
            name = meeting.plan.name_of(meant.delegation)
            raise Refused("stands_no_more", Rule.ELECTIONS, delegation=name, candidates=names)
        return candidates[0]


def consequences(
    meeting: Meeting, now: Instant, elected: Elected, *, accept_offer: bool
) -> list[Event]:
    """Return what follows an election at once: an accepted offer to host, a change of the chair."""
    office, delegation = elected.election, elected.delegation
    accepted = accepting(meeting, now, office, delegation) if accept_offer else []
    return [*accepted, *taking_the_chair(meeting, now, office, delegation)]
