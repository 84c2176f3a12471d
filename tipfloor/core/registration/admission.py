"""Admission at the door: a delegation that the roster does not have, admitted for a reason."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.fields import Day, InLanguages, Text
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Trimmed
from tipfloor.core.plan.former import with_names
from tipfloor.core.plan.lookup import named
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.registration.quorum_watch import quorum_events
from tipfloor.core.registration.registration import CheckedIn, is_late
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting

ThreeLetters = Annotated[str, Meta(pattern=r"\A[A-Za-z]{3}\Z"), Trimmed(upper=True)]


class DelegationAdmitted(Event):
    """A delegation that was not on the roster was admitted at the door."""

    version: ClassVar[int] = 4
    kind: Literal["delegation_admitted"] = "delegation_admitted"
    admitted: DelegationPlan
    reason: str

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Leave out the languages in which it has no name, which were kept up to version 3."""
        return {**body, "admitted": with_names(body["admitted"])}

    def manner(self) -> Literal["", "state"]:
        """Tell whether it is a state."""
        return "state" if self.admitted.state else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the roster in force, once."""
        if meeting.plan.delegation(self.admitted.code):
            return meeting
        return meeting.having(plan=meeting.plan.with_added("delegations", self.admitted))


class Admit(Act):
    """Admit a delegation that is not on the roster, and check it in, for a reason.

    With `state` it counts among those entitled to sit; an observer, the default, does not.
    """

    asks = "ask.reason_admit"
    worded: ClassVar[tuple[str, ...]] = ("name",)

    kind: Literal["admit"] = "admit"
    delegation: ThreeLetters
    name: Text
    reason: Reason | None = None
    state: bool = False
    capacity: Capacity = "national_authority"
    accredited_on: Day | None = None
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Admit it whole or not at all (PRACTICE section 7, case 21)."""
        meeting.plan.refuse_full("delegations")
        refuse_taken(meeting, self.delegation, self.name)
        reason = needs_reason(self.reason)
        others = {key: texts["name"] for key, texts in self.translations.items() if "name" in texts}
        names = {meeting.plan.first_language: self.name, **others}
        row = DelegationPlan(code=self.delegation, name=names, state=self.state)
        admitted = DelegationAdmitted(at=now, admitted=row, reason=reason)
        arrived = CheckedIn(
            at=now,
            delegation=self.delegation,
            capacity=self.capacity,
            accredited_on=self.accredited_on,
            late=is_late(meeting, self.accredited_on),
            admitted_because=reason,
        )
        return [admitted, arrived, *quorum_events(meeting, admitted, arrived)]


def refuse_taken(meeting: Meeting, code: str, name: str) -> None:
    """Refuse a code or a name that a delegation has, in any language and however written."""
    plan = meeting.plan
    if plan.delegation(code):
        raise Refused("code_taken", Rule.ACCREDITATION, given=code, delegation=plan.name_of(code))
    if not fold_text(name):
        raise Refused("no_name", Rule.ACCREDITATION)
    for given in (code, name):
        for item in named(plan, given):
            raise Refused("name_taken", Rule.ACCREDITATION, given=given, has=item.code)
