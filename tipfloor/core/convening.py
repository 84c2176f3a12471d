"""Convening: the plan enters the record, and later changes to it."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.act import Act, Reason, needs_reason
from tipfloor.core.clock import Instant
from tipfloor.core.event import Event
from tipfloor.core.meeting import Meeting, Stage
from tipfloor.core.plan import Plan
from tipfloor.core.refusal import Refused, Rule
from tipfloor.core.table import LimitSeconds


class MeetingConvened(Event):
    """The first event of every record: the whole plan, and whether this is only a rehearsal.

    `rehearsal_speed` is how many times faster than the real clock the rehearsal's clock runs.
    """

    undoable: ClassVar[bool] = False
    kind: Literal["meeting_convened"] = "meeting_convened"
    plan: Plan
    rehearsal_speed: float | None = None

    def convene(self) -> Meeting:
        """Return the meeting at its first moment."""
        first = self.plan.moments[0].code
        return Meeting(
            plan=self.plan,
            filed_plan=self.plan,
            convened_at=self.at,
            latest=self.at,
            day=self.at.utc.astimezone(self.plan.zone).date().isoformat(),
            rehearsal_speed=self.rehearsal_speed,
            moment=first,
            moments=(Stage(first, self.at),),
        )


class PlanAdopted(Event):
    """A changed meeting file taken over while the meeting runs."""

    undoable: ClassVar[bool] = False
    kind: Literal["plan_adopted"] = "plan_adopted"
    plan: Plan

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the new plan in force, with the sessions that were added at the desk."""
        return meeting.having(plan=_with_added(self.plan, meeting), filed_plan=self.plan)


class AdoptPlan(Act):
    """Adopt a changed meeting file in place of the recorded plan."""

    kind: Literal["adopt_plan"] = "adopt_plan"
    plan: Plan

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Adopt it unless it lacks a moment, session or delegation already in use."""
        missing = _in_use(meeting) - _codes(_with_added(self.plan, meeting))
        if missing:
            raise Refused("plan_in_use", Rule.THE_RECORD, missing=", ".join(sorted(missing)))
        return [PlanAdopted(at=now, plan=self.plan)]


class LimitChanged(Event):
    """Another speaking limit, for one session or for all, from the next remark on."""

    kind: Literal["limit_changed"] = "limit_changed"
    seconds: int
    session: str | None = None
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the limit for the remarks to come; those given keep theirs."""
        if self.session is None:
            return meeting.having(limits={"": self.seconds})
        return meeting.having(limits={**meeting.limits, self.session: self.seconds})


class ChangeLimit(Act):
    """Change the speaking limit, in seconds; for every session where none is named."""

    kind: Literal["change_limit"] = "change_limit"
    seconds: LimitSeconds
    reason: Reason | None = None
    session: str | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Change it with a reason (PRACTICE section 3: it binds from the next remark on)."""
        if self.session is not None:
            meeting.session_or_current(self.session)
        reason = needs_reason(self.reason)
        return [LimitChanged(at=now, seconds=self.seconds, session=self.session, reason=reason)]


def _with_added(plan: Plan, meeting: Meeting) -> Plan:
    filed = {item.code for item in meeting.filed_plan.sessions}
    known = {item.code for item in plan.sessions}
    added = tuple(
        item for item in meeting.plan.sessions if item.code not in filed and item.code not in known
    )
    return plan.with_sessions((*plan.sessions, *added)) if added else plan


def _codes(plan: Plan) -> set[str]:
    tables = (plan.moments, plan.sessions, plan.delegations)
    return {item.code for table in tables for item in table}


def _in_use(meeting: Meeting) -> set[str]:
    stages = {stage.code for stage in (*meeting.moments, *meeting.sessions)}
    waiting = {
        entry.delegation for speakers in meeting.lists.values() for entry in speakers.waiting
    }
    heard = {remark.entry.delegation for remark in meeting.all_remarks}
    gone = {
        item.entry.delegation for speakers in meeting.lists.values() for item in speakers.departed
    }
    lists = {code for code, speakers in meeting.lists.items() if speakers.waiting}
    return stages | waiting | heard | gone | lists | meeting.checked_in
