"""Places on the list of speakers: given up, moved by the chair, swapped, ceded."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import turn_of
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.state.entry import Capacity, Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import head_of


class Withdrew(Event):
    """A delegation gave up its place on a list."""

    kind: Literal["withdrew"] = "withdrew"
    session: str
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the entry off the list."""
        return _departing(meeting, self.session, self.delegation, self.at, "withdrawn")


class Withdraw(Act):
    """Take a delegation off the list of speakers, at its own wish; always possible."""

    kind: Literal["withdraw"] = "withdraw"
    delegation: DelegationCode
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw its first waiting entry."""
        delegation = meeting.delegation(self.delegation).code
        session = meeting.list_named(self.session)
        meeting.waiting(delegation, session)
        return [Withdrew(at=now, session=session, delegation=delegation)]


class Moved(Event):
    """The chair put a delegation at another place on the list."""

    kind: Literal["moved"] = "moved"
    session: str
    delegation: str
    position: int
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Move the entry; its time of request stays."""
        speakers = meeting.speakers(self.session)
        entry = meeting.waiting(self.delegation, self.session)
        return meeting.with_list(self.session, speakers.put(entry, self.position))


class Move(Act):
    """Move a delegation to a place on the list, counted from 1, for a reason."""

    asks = "ask.reason_move"

    kind: Literal["move"] = "move"
    delegation: DelegationCode
    position: int
    reason: Reason | None = None
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Move it, unless the place does not exist or is its own."""
        meeting.refuse_once_closed()
        delegation = meeting.delegation(self.delegation).code
        session = meeting.list_named(self.session)
        speakers = meeting.speakers(session)
        entry = meeting.waiting(delegation, session)
        if not 1 <= self.position <= len(speakers.waiting):
            raise Refused(
                "no_such_place",
                Rule.ORDER_OF_THE_LIST,
                position=self.position,
                places=len(speakers.waiting),
            )
        if speakers.place_of(entry) == self.position:
            raise Refused(
                "not_its_place",
                Rule.ORDER_OF_THE_LIST,
                delegation=_name(meeting, delegation),
                position=self.position,
            )
        reason = needs_reason(self.reason)
        moved = Moved(
            at=now, session=session, delegation=delegation, position=self.position, reason=reason
        )
        return [moved]


class PlacesSwapped(Event):
    """Two delegations changed places by agreement."""

    kind: Literal["places_swapped"] = "places_swapped"
    session: str
    delegation: str
    other: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Put each where the other was; their times of request stay."""
        speakers = meeting.speakers(self.session)
        one = meeting.waiting(self.delegation, self.session)
        two = meeting.waiting(self.other, self.session)
        places = {one.id: two, two.id: one}
        swapped = tuple(places.get(item.id, item) for item in speakers.waiting)
        return meeting.with_list(self.session, replace(speakers, waiting=swapped))


class Swap(Act):
    """Let two waiting delegations change places, as they agreed."""

    kind: Literal["swap"] = "swap"
    delegation: DelegationCode
    other: DelegationCode
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Swap them where both wait."""
        session, one, two = _pair(meeting, self.session, self.delegation, self.other)
        meeting.refuse_while_suspended()
        meeting.waiting(two, session)
        return [PlacesSwapped(at=now, session=session, delegation=one, other=two)]


class PlaceCeded(Event):
    """A delegation gave its place to another, which takes it over where it stands."""

    version: ClassVar[int] = 2
    kind: Literal["place_ceded"] = "place_ceded"
    session: str
    delegation: str
    to: str
    turn: int = 1
    capacity: Capacity = "national_authority"

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the other delegation at that place; its own entry, if it waits, moves there."""
        speakers = meeting.speakers(self.session)
        ceding = meeting.waiting(self.delegation, self.session)
        taking = speakers.of(self.to, replies=ceding.kind == "reply") or Entry(
            id=meeting.position,
            delegation=self.to,
            requested_at=self.at,
            capacity=self.capacity,
            kind=ceding.kind,
            turn=self.turn,
        )
        behind = speakers.put(taking, speakers.place_of(ceding))
        return meeting.with_list(self.session, behind.departing(ceding, self.at, "ceded"))


class Cede(Act):
    """Cede a delegation's place on the list to another delegation."""

    kind: Literal["cede"] = "cede"
    delegation: DelegationCode
    to: DelegationCode
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Cede it unless the other has used its turns."""
        session, one, two = _pair(meeting, self.session, self.delegation, self.to)
        meeting.refuse_while_suspended()
        reply = meeting.waiting(one, session).kind == "reply"
        turn = 1
        refuse_unless_present(meeting, now, two, session)
        if meeting.speakers(session).of(two, replies=reply) is None:
            turn = turn_of(meeting, now, two, session, "reply" if reply else "remark")
        ceded = PlaceCeded(
            at=now,
            session=session,
            delegation=one,
            to=two,
            turn=turn,
            capacity=head_of(meeting.attendance, two),
        )
        return [ceded]


def _name(meeting: Meeting, delegation: str) -> str:
    return meeting.plan.name_of(delegation)


def _departing(meeting: Meeting, session: str, delegation: str, at: Instant, why: str) -> Meeting:
    speakers = meeting.speakers(session)
    entry = meeting.waiting(delegation, session)
    return meeting.with_list(session, speakers.departing(entry, at, why))


def _pair(meeting: Meeting, session: str | None, one: str, two: str) -> tuple[str, str, str]:
    """Return the session and the codes of two different delegations, the first of them waiting."""
    meeting.refuse_once_closed()
    held, first, second = (
        meeting.list_named(session),
        meeting.delegation(one).code,
        meeting.delegation(two).code,
    )
    meeting.waiting(first, held)
    if first == second:
        raise Refused("same_delegation", Rule.ONE_ENTRY, delegation=_name(meeting, first))
    return held, first, second
