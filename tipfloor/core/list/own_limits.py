"""A limit of its own for one entry of a list, whatever limit the others have."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, DelegationCode, SessionCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class EntryLimitSet(Event):
    """An entry that waits has a limit of its own, in seconds; the usual one where None."""

    kind: Literal["entry_limit_set"] = "entry_limit_set"
    session: str
    delegation: str
    seconds: int | None = None

    def manner(self) -> Literal["", "usual"]:
        """Tell whether it has the usual limit again."""
        return "" if self.seconds else "usual"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it with the entry; its place stays."""
        speakers = meeting.speakers(self.session)
        entry = meeting.waiting(self.delegation, self.session)
        changed = tuple(
            replace(item, limit_seconds=self.seconds) if item.id == entry.id else item
            for item in speakers.waiting
        )
        return meeting.with_list(self.session, replace(speakers, waiting=changed))


class LimitEntry(Act):
    """Set a limit of its own, in seconds, for a delegation that waits; without one, the usual."""

    kind: Literal["limit_entry"] = "limit_entry"
    delegation: DelegationCode
    seconds: LimitSeconds | None = None
    session: SessionCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Set it where that changes something; it is the limit of that remark, and no other's."""
        meeting.refuse_once_closed()
        delegation = meeting.delegation(self.delegation).code
        code = meeting.list_named(self.session)
        entry = meeting.waiting(delegation, code)
        if entry.limit_seconds == self.seconds:
            name = meeting.plan.name_of(delegation)
            raise Refused("limit_already", Rule.TIME_LIMIT, delegation=name)
        made = EntryLimitSet(at=now, session=code, delegation=delegation, seconds=self.seconds)
        return [made]
