"""What the desk tried for a delegation and the rules stopped: no refusal by the chair."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import session_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stage import Attempt

Hindrance = Literal[
    "check_in",
    "list_closed",
    "already_waiting",
    "turns_used",
    "replies_used",
    "may_not_propose",
]
"""The rules that stop an attempt of the desk, by the code of the refusal."""


class AttemptStopped(Event):
    """The desk tried something for a delegation that a rule stopped; `stopped` says by its code.

    Nothing happened in the meeting, so there is nothing to undo.
    """

    undoable: ClassVar[bool] = False
    kind: Literal["attempt_stopped"] = "attempt_stopped"
    delegation: str
    stopped: Hindrance
    rule: Rule
    session: str | None = None

    def manner(self) -> Hindrance:
        """Tell which rule stopped it."""
        return self.stopped

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the attempt; list and clock stay as they are."""
        return with_attempt(
            meeting, self.at, self.delegation, self.stopped, self.rule, self.session
        )


def with_attempt(
    meeting: Meeting,
    at: Instant,
    delegation: str,
    stopped: str,
    rule: Rule,
    session: str | None,
) -> Meeting:
    """Return the meeting with one more attempt that was stopped."""
    made = Attempt(
        at=at,
        moment=meeting.moment,
        session=session_of(session) if session else None,
        delegation=delegation,
        stopped=stopped,
        rule=rule,
    )
    return meeting.having(attempts=meeting.attempts.appended(made))


def stopped(
    meeting: Meeting,
    now: Instant,
    code: Hindrance,
    rule: Rule,
    of: str,
    session: str | None = None,
    **facts: str | int,
) -> Refused:
    """Return the refusal of what was tried for the delegation `of`, which the record notes."""
    attempt = AttemptStopped(
        at=now, delegation=of, stopped=code, rule=rule, session=session or meeting.session
    )
    return Refused(code, rule, logged=(attempt,), **facts)
