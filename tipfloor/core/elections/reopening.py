"""An office to be filled anew for a reason, and one that is added while the meeting runs."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.elections.offices import elections_of, office_planned
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Identifier, InLanguages, Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Election
from tipfloor.core.state.meeting import Meeting


class ElectionReopened(Event):
    """A filled office is to be filled anew; the former result is kept as superseded."""

    kind: Literal["election_reopened"] = "election_reopened"
    election: str
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Begin another election of the office."""
        *former, last = elections_of(meeting, self.election)
        every = (*former, replace(last, superseded_at=self.at), Election(moments=(meeting.moment,)))
        return meeting.having(elections={**meeting.elections, self.election: every})


class ReopenElection(Act):
    """Fill an office anew, for a reason; whoever was elected before stays in the record."""

    asks = "ask.reason_reopen_election"

    kind: Literal["reopen_election"] = "reopen_election"
    election: str
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reopen it where it has a result."""
        meeting.refuse_while_suspended()
        office = office_planned(meeting, self.election)
        if elections_of(meeting, self.election)[-1].result is None:
            raise Refused("not_elected_yet", Rule.ELECTIONS, office=office.title)
        return [ElectionReopened(at=now, election=self.election, reason=needs_reason(self.reason))]


class ElectionAdded(Event):
    """An office that the meeting file did not have is to be filled too."""

    kind: Literal["election_added"] = "election_added"
    election: ElectionPlan

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the plan in force."""
        return meeting.having(plan=meeting.plan.with_added("elections", self.election))


class AddElection(Act):
    """Add an office to be filled, in the current moment unless another is named."""

    worded: ClassVar[tuple[str, ...]] = ("title",)
    kind: Literal["add_election"] = "add_election"
    election: Identifier
    title: Text
    moment: str | None = None
    presides: Literal["chair", "vice_chair"] | None = None
    host_offer: bool = False
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Add it unless its code or title is taken."""
        moment = meeting.moment if self.moment is None else self.moment
        if moment not in meeting.plan.moment_index:
            raise Refused("unknown_moment", Rule.ORDER_OF_MOMENTS, given=moment)
        taken = {name for item in meeting.plan.elections for name in (item.code, item.title)}
        for name in (self.election, self.title):
            if name in taken:
                raise Refused("election_exists", Rule.ELECTIONS, given=name)
        meeting.plan.refuse_full("elections")
        planned = ElectionPlan(
            code=self.election,
            moment=moment,
            title=self.title,
            presides=self.presides,
            host_offer=self.host_offer,
            translations=self.translations,
        )
        return [ElectionAdded(at=now, election=planned)]
