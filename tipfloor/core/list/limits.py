"""The speaking limit: changed for one session or for all, from the next remark on."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.ground.act import Act, Reason, SessionCode, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting


class LimitChanged(Event):
    """Another speaking limit, for one session or for all, from the next remark on."""

    kind: Literal["limit_changed"] = "limit_changed"
    seconds: int
    session: str | None = None
    reason: str

    def manner(self) -> Literal["", "all"]:
        """Tell whether it holds for all sessions."""
        return "" if self.session else "all"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the limit for the remarks to come; those given keep theirs."""
        if self.session is None:
            return meeting.having(limits={"": self.seconds})
        return meeting.having(limits={**meeting.limits, self.session: self.seconds})


class ChangeLimit(Act):
    """Change the speaking limit, in seconds; for every session where none is named."""

    asks = "ask.limit_reason"

    kind: Literal["change_limit"] = "change_limit"
    seconds: LimitSeconds
    reason: Reason | None = None
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Change it with a reason (PRACTICE section 3: it binds from the next remark on)."""
        code = meeting.list_named(self.session) if self.session else None
        reason = needs_reason(self.reason)
        return [LimitChanged(at=now, seconds=self.seconds, session=code, reason=reason)]
