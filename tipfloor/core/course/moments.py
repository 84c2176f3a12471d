"""The ordered moments: one is current; skipping one or going back takes a reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.course.sessions import Waiting, leave_session
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.registration.quorum import Quorum, quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Stage


class MomentBegan(Event):
    """A moment began, and the former one ended with it.

    Where registration is left without the quorum to open, `present` and `needed` say so.
    """

    version: ClassVar[int] = 2
    kind: Literal["moment_began"] = "moment_began"
    moment: str
    reason: str | None = None
    present: int | None = None
    needed: int | None = None

    @property
    def tone(self) -> Tone:
        """It stands out without a quorum."""
        return "warning" if self.manner() else "plain"

    def manner(self) -> Literal["", "no_quorum"]:
        """Tell whether registration was left without the quorum to open."""
        return "" if self.present is None else "no_quorum"

    def apply(self, meeting: Meeting) -> Meeting:
        """Make it the current moment."""
        last = replace(meeting.moments[-1], ended_at=self.at)
        stages = meeting.moments.replaced(-1, last).appended(Stage(self.moment, self.at))
        return meeting.having(moment=self.moment, moments=stages)


class NextMoment(Act):
    """Go on to the next moment.

    `waiting` says what becomes of the names still on the list of a session that is open:
    `carry_over` keeps them for when the session resumes, `not_heard` closes their entries.
    """

    kind: Literal["next_moment"] = "next_moment"
    waiting: Waiting | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Go on while nobody has the floor."""
        following = meeting.next_moment
        if following is None:
            raise Refused("last_moment", Rule.ORDER_OF_MOMENTS, moment=meeting.moment_plan.title)
        return enter_moment(meeting, now, following.code, None, self.waiting)


class PreviousMoment(Act):
    """Go back to the former moment, for a reason."""

    asks = "ask.reason_back"

    kind: Literal["previous_moment"] = "previous_moment"
    reason: Reason | None = None
    waiting: Waiting | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Go back where there is a former one."""
        place = meeting.plan.moment_index[meeting.moment]
        if place == 0:
            raise Refused("first_moment", Rule.ORDER_OF_MOMENTS, moment=meeting.moment_plan.title)
        former = meeting.plan.moments[place - 1].code
        return enter_moment(meeting, now, former, needs_reason(self.reason), self.waiting)


class GoToMoment(Act):
    """Go to any moment; skipping one or going back takes a reason."""

    asks = "ask.reason_skip"

    kind: Literal["go_to_moment"] = "go_to_moment"
    moment: str
    reason: Reason | None = None
    waiting: Waiting | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Go there (concept note, rule 1: the moments have an order)."""
        if self.moment not in meeting.plan.moment_index:
            raise Refused("unknown_moment", Rule.ORDER_OF_MOMENTS, given=self.moment)
        if self.moment == meeting.moment:
            raise Refused("this_moment", Rule.ORDER_OF_MOMENTS, moment=meeting.moment_plan.title)
        reason = reason_to_go(meeting, self.moment, self.reason)
        return enter_moment(meeting, now, self.moment, reason, self.waiting)


def reason_to_go(meeting: Meeting, moment: str, reason: str | None) -> str | None:
    """Return the reason for going to a moment, refusing a missing one unless it is the next."""
    following = meeting.next_moment
    return reason if following and following.code == moment else needs_reason(reason)


def enter_moment(
    meeting: Meeting, now: Instant, moment: str, reason: str | None, waiting: Waiting | None
) -> list[Event]:
    """Return the events of leaving what is open and entering a moment."""
    left = leave_session(meeting, now, waiting)
    lacking = _lacking(meeting)
    began = MomentBegan(
        at=now,
        moment=moment,
        reason=reason,
        present=lacking.present if lacking else None,
        needed=lacking.needed if lacking else None,
    )
    return [*left, began]


def _lacking(meeting: Meeting) -> Quorum | None:
    """Return the quorum to open that registration is left without: a warning, never a block."""
    found = quorum(meeting, "open")
    return None if found.met or meeting.moment_plan.kind != "registration" else found
