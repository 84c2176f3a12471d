"""Requests that the rules do not admit: slides, remote or recorded remarks, who is not there."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, DelegationCode, Reason
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.rules import Rules
from tipfloor.core.registration.attempts import stopped, with_attempt
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import RefusedRequest

Requested = Literal[
    "slides",
    "remote",
    "recorded",
    "not_checked_in",
    "not_accredited",
    "general_report",
    "more_time",
    "other",
]

RULE_OF: dict[Requested, Rule] = {
    "slides": Rule.SLIDES_NOT_PERMITTED,
    "remote": Rule.IN_PERSON_ONLY,
    "recorded": Rule.IN_PERSON_ONLY,
    "not_checked_in": Rule.CHECK_IN,
    "not_accredited": Rule.ACCREDITATION,
    "general_report": Rule.GENERAL_REPORTS,
    "more_time": Rule.TIME_LIMIT,
    "other": Rule.THE_CHAIR,
}
"""The rule that refuses each request (the concept note's, PRACTICE section 1)."""


class RequestRefused(Event):
    """A request that the chair refused, with its rule; the delegation keeps its place on the list.

    In records of before, `by_chair` is None, and a delegation that was not checked in, without a
    reason, was stopped by the rules and not refused by the chair.
    """

    version: ClassVar[int] = 2
    kind: Literal["request_refused"] = "request_refused"
    delegation: str
    requested: Requested
    rule: Rule
    session: str | None = None
    reason: str | None = None
    by_chair: bool | None = None

    @property
    def is_attempt(self) -> bool:
        """Whether it was the desk's own attempt, which the rules stopped."""
        return self.by_chair is None and self.requested == "not_checked_in" and not self.reason

    @property
    def tone(self) -> Tone:
        """A refusal stands out; an attempt that the rules stopped does not."""
        return "plain" if self.is_attempt else "refusal"

    def manner(
        self,
    ) -> Literal[
        "",
        "slides",
        "remote",
        "recorded",
        "not_checked_in",
        "not_accredited",
        "general_report",
        "more_time",
        "attempt",
    ]:
        """Tell what was asked for, or that it was an attempt of the desk."""
        if self.is_attempt:
            return "attempt"
        return "" if self.requested == "other" else self.requested

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the refusal, or the attempt; list and clock stay as they are."""
        if self.is_attempt:
            return with_attempt(
                meeting, self.at, self.delegation, "check_in", self.rule, self.session
            )
        kept = RefusedRequest(
            at=self.at,
            moment=meeting.moment,
            session=self.session,
            delegation=self.delegation,
            requested=self.requested,
            rule=self.rule,
        )
        return meeting.having(requests_refused=meeting.requests_refused.appended(kept))


class Refuse(Act):
    """Refuse what a delegation asks for, naming the rule."""

    asks = "ask.reason_other"

    kind: Literal["refuse"] = "refuse"
    delegation: DelegationCode
    requested: Requested
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Refuse it unless this meeting's rules permit it."""
        stranger = self.requested == "not_accredited" and not meeting.plan.delegation(
            self.delegation
        )
        delegation = self.delegation if stranger else meeting.delegation(self.delegation).code
        if permitted(self.requested, meeting.plan.rules):
            raise Refused("permitted_here", RULE_OF[self.requested], requested=self.requested)
        refused = RequestRefused(
            at=now,
            delegation=delegation,
            requested=self.requested,
            rule=RULE_OF[self.requested],
            session=meeting.session,
            reason=self.reason,
            by_chair=True,
        )
        return [refused]


def permitted(requested: Requested, rules: Rules) -> bool:
    """Tell whether a meeting's rules permit what is asked for."""
    permissions = {
        "slides": rules.slides_permitted,
        "remote": not rules.in_person_only,
        "recorded": not rules.in_person_only,
        "general_report": not rules.general_reports_in_introductory_only,
    }
    return permissions.get(requested, False)


def refuse_unless_present(
    meeting: Meeting, now: Instant, delegation: str, session: str | None = None
) -> None:
    """Refuse, and log, a delegation that is not checked in where the rules require it."""
    if not is_away(meeting, delegation):
        return
    name = meeting.plan.name_of(delegation)
    raise stopped(meeting, now, "check_in", Rule.CHECK_IN, delegation, session, delegation=name)


def arriving(meeting: Meeting, now: Instant, delegation: str) -> list[Event]:
    """Return the events that check a delegation in, none where it need not be or is here."""
    if not is_away(meeting, delegation):
        return []
    from tipfloor.core.registration.registration import CheckIn  # for who is late

    return CheckIn(delegation=delegation).decide(meeting, now)


def is_away(meeting: Meeting, delegation: str) -> bool:
    """Tell whether a delegation is not checked in where the rules require it."""
    required = meeting.plan.rules.check_in_required
    if required is None:
        required = bool(meeting.attendance)
    return required and delegation not in meeting.checked_in
