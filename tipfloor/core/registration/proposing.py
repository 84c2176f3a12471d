"""Who may propose: move an amendment, nominate, second, appeal (a rule of the meeting file)."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Rule
from tipfloor.core.registration.attempts import stopped
from tipfloor.core.registration.quorum import may
from tipfloor.core.state.meeting import Meeting


def proposer(meeting: Meeting, now: Instant, given: str) -> str:
    """Return the code of a delegation that may propose. Raises Refused for an observer."""
    code = meeting.delegation(given).code
    if code not in may(meeting, meeting.plan.rules.may_propose):
        name = meeting.plan.name_of(code)
        raise stopped(meeting, now, "may_not_propose", Rule.PROPOSALS, code, delegation=name)
    return code
