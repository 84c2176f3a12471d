"""Appeals against a ruling of the chair on a point of order, decided by vote."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.deciding.flat import HowTaken
from tipfloor.core.deciding.voters import ask_few, entitled_to_vote, refuse_too_many
from tipfloor.core.floor.floor import refuse_while_appealed, stop_over_time
from tipfloor.core.floor.stoppages import ClockPaused
from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import refuse_unless_present
from tipfloor.core.orders.orders import with_point
from tipfloor.core.plan.rules import Rules
from tipfloor.core.registration.proposing import proposer
from tipfloor.core.registration.quorum import ask_quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import Appeal, Outcome, PointOfOrder, last_ruled
from tipfloor.core.state.taken import Method, Taken, Tally, Votes


class RulingAppealed(Event):
    """A delegation appealed against the chair's ruling; `point` names the point of order."""

    kind: Literal["ruling_appealed"] = "ruling_appealed"
    point: int
    delegation: str

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the appeal with its point; until it is voted on nothing else comes."""
        point = point_by_id(meeting, self.point)
        if point is None:
            return meeting
        return with_point(meeting, replace(point, appeal=Appeal(self.delegation, self.at)))


def ruling_to_appeal(meeting: Meeting) -> PointOfOrder:
    """Return the point of order whose ruling can be appealed against: the last. Raises Refused."""
    point = last_ruled(meeting.raised)
    if point is None:
        raise Refused("no_ruling", Rule.APPEALS)
    if point.appeal:
        name = meeting.plan.name_of(point.appeal.delegation)
        raise Refused("appealed_already", Rule.APPEALS, delegation=name)
    return point


class MakeAppeal(Act):
    """A delegation appeals against the last ruling of the chair; it is voted on at once."""

    kind: Literal["appeal"] = "appeal"
    delegation: DelegationCode

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Take it once for each ruling, stopping a clock that runs on, or an over-time."""
        meeting.refuse_while_suspended()
        refuse_while_appealed(meeting)
        delegation = proposer(meeting, now, self.delegation)
        refuse_unless_present(meeting, now, delegation)
        point = ruling_to_appeal(meeting)
        appealed: list[Event] = [RulingAppealed(at=now, point=point.id, delegation=delegation)]
        speaker = meeting.speaker
        if speaker and not speaker.pause and meeting.plan.rules.pause_on_point_of_order:
            code = speaker.entry.delegation
            paused = ClockPaused(
                at=now, remark=speaker.id, delegation=code, reason="point_of_order"
            )
            appealed.append(paused)
        return [*stop_over_time(meeting, now), *appealed]


class AppealVoted(HowTaken, Event):
    """The meeting voted on an appeal; `in_favour` are the votes for the ruling of the chair."""

    version: ClassVar[int] = 3
    kind: Literal["appeal_voted"] = "appeal_voted"
    point: int
    delegation: str
    method: Method = "vote"
    outcome: Outcome

    def manner(self) -> Literal["upheld", "overturned"]:
        """Tell what became of the ruling."""
        return self.outcome

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the vote with the appeal."""
        point = point_by_id(meeting, self.point)
        if point is None or point.appeal is None:
            return meeting
        voted = replace(point.appeal, outcome=self.outcome, voted_at=self.at, taken=self.taken)
        return with_point(meeting, replace(point, appeal=voted))


class VoteOnAppeal(Act):
    """Record the vote on an appeal: in favour of the ruling of the chair, against it, abstaining.

    The ruling stands unless a majority, as the rules have it, is against it; `insist` votes without
    a quorum.
    """

    kind: Literal["vote_on_appeal"] = "vote_on_appeal"
    in_favour: Votes
    against: Votes
    abstaining: Votes = 0
    insist: bool = False

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Record it where an appeal waits (PRACTICE section 4)."""
        meeting.refuse_while_suspended()
        point = meeting.appealed
        if point is None or point.appeal is None:
            raise Refused("no_appeal", Rule.APPEALS)
        tally = Tally(self.in_favour, self.against, self.abstaining)
        if not tally.cast:
            raise Refused("no_votes", Rule.VOTING)
        refuse_too_many(meeting, tally.cast)
        found = ask_quorum(meeting, "vote", insist=self.insist)
        ask_few(meeting, tally, insist=self.insist)
        rules = meeting.plan.rules
        here = Taken(present=found.present, needed=found.needed)
        taken = here.voted(tally, rules.appeals_majority, entitled_to_vote(meeting))
        voted = AppealVoted(
            at=now,
            point=point.id,
            delegation=point.appeal.delegation,
            outcome=outcome_of(rules, taken),
            **taken.flat,
        )
        return [voted]


class AppealWithdrawn(Event):
    """The appeal was withdrawn before the vote; the ruling stands."""

    kind: Literal["appeal_withdrawn"] = "appeal_withdrawn"
    point: int
    delegation: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Take the appeal away; the record keeps that it was made."""
        point = point_by_id(meeting, self.point)
        return with_point(meeting, replace(point, appeal=None)) if point else meeting


class WithdrawAppeal(Act):
    """Withdraw the appeal that waits for its vote."""

    kind: Literal["withdraw_appeal"] = "withdraw_appeal"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it before the vote."""
        point = meeting.appealed
        if point is None or point.appeal is None:
            raise Refused("no_appeal", Rule.APPEALS)
        return [AppealWithdrawn(at=now, point=point.id, delegation=point.appeal.delegation)]


def outcome_of(rules: Rules, taken: Taken) -> Outcome:
    """Return what a vote makes of a ruling, which stands unless enough votes are against it.

    A tie, where more for than against would do, overturns it where the rules say so.
    """
    votes, needed = taken.tally or Tally(0), taken.votes_needed or 0
    tie = taken.majority == "simple" and votes.in_favour == votes.against
    against = votes.against >= needed or (tie and not rules.tie_upholds_ruling)
    return "overturned" if against else "upheld"


def point_by_id(meeting: Meeting, point: int) -> PointOfOrder | None:
    """Find a point of order by its id, None where an undo took it away."""
    return next((item for item in meeting.raised if item.id == point), None)
