"""Offers to host the next meeting, made and accepted with the election of its chair."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.elections.offices import (
    election_of,
    member,
    office_planned,
    reason_for_now,
    with_election,
)
from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.state.election import Election, HostOffer
from tipfloor.core.state.meeting import Meeting


class HostOffered(Event):
    """A delegation offered to host the next meeting."""

    kind: Literal["host_offered"] = "host_offered"
    election: str
    delegation: str
    text: str
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the offer in place of a former one of the same delegation."""
        offer = HostOffer(self.delegation, self.text, self.at)
        offers = election_of(meeting, self.election).with_offer(offer).offers
        return with_election(meeting, self.election, offers=offers)


class OfferToHost(Act):
    """Offer to host the next meeting: where and when, in words."""

    asks = "ask.reason_election"

    kind: Literal["offer_to_host"] = "offer_to_host"
    election: str
    delegation: DelegationCode
    offer: Text
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Keep it where the election takes offers and none was accepted (section 2, row viii)."""
        _open_to_offers(meeting, self.election)
        code = member(meeting, self.delegation)
        refuse_unless_present(meeting, now, code)
        reason = reason_for_now(meeting, self.election, self.reason)
        offered = HostOffered(
            at=now, election=self.election, delegation=code, text=self.offer, reason=reason
        )
        return [offered]


class HostOfferAccepted(Event):
    """The meeting accepted an offer to host the next one."""

    kind: Literal["host_offer_accepted"] = "host_offer_accepted"
    election: str
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Mark the offer as accepted."""
        current = election_of(meeting, self.election)
        found = current.offer(self.delegation)
        if found is None:
            return meeting
        offers = current.with_offer(replace(found, accepted_at=self.at)).offers
        return with_election(meeting, self.election, offers=offers)


class AcceptHostOffer(Act):
    """Accept an offer to host; where several were made, that of a named delegation."""

    kind: Literal["accept_host_offer"] = "accept_host_offer"
    election: str
    delegation: DelegationCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Accept it, before the office is filled or after."""
        code = meeting.delegation(self.delegation).code if self.delegation else None
        return accepting(meeting, now, self.election, code)


def accepting(meeting: Meeting, now: Instant, office: str, delegation: str | None) -> list[Event]:
    """Return the event of accepting a delegation's offer, or the only one. Raises Refused."""
    current = _open_to_offers(meeting, office)
    if delegation is None and len(current.offers) > 1:
        names = ", ".join(meeting.plan.name_of(item.delegation) for item in current.offers)
        raise Refused("several_offers", Rule.ELECTIONS, offers=names)
    offers = [item for item in current.offers if delegation in (None, item.delegation)]
    if not offers:
        raise Refused("no_offer", Rule.ELECTIONS)
    code = offers[0].delegation
    return [HostOfferAccepted(at=now, election=office, delegation=code)]


def _open_to_offers(meeting: Meeting, office: str) -> Election:
    """Return the election of an office that takes offers, while none is accepted."""
    meeting.refuse_while_suspended()
    planned, current = office_planned(meeting, office), election_of(meeting, office)
    if not planned.host_offer:
        raise Refused("no_host_offer", Rule.ELECTIONS, office=planned.title)
    accepted = next((item for item in current.offers if item.accepted_at), None)
    if accepted:
        name = meeting.plan.name_of(accepted.delegation)
        raise Refused("offer_accepted", Rule.ELECTIONS, delegation=name)
    return current
