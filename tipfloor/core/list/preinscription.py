"""A list of speakers prepared beforehand: every delegation of it is inscribed, or none is."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode
from tipfloor.core.ground.all_or_none import MOST_NAMES, NotAll, RefusedPlace
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import Inscribe, RemarkKind
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting

STATED = {"reason", "capacity", "remark_kind", "general_report", "document", "recommendation"}
"""The fields of an inscription that hold for every delegation of a list."""


class InscribeAll(Act):
    """Put delegations on a list of speakers in one go and in this order, all or none.

    `reason` adds to a closed list; what else is stated holds for each. One undo takes all of them
    back.
    """

    asks = "ask.reason_added_all"

    kind: Literal["inscribe_all"] = "inscribe_all"
    delegations: Annotated[tuple[DelegationCode, ...], Meta(min_length=1, max_length=MOST_NAMES)]
    session: SessionCode | None = None
    reason: Reason | None = None
    capacity: Capacity | None = None
    remark_kind: RemarkKind = "remark"
    general_report: bool = False
    document: str | None = None
    recommendation: int | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Inscribe each as by itself; where one is refused, refuse the whole list (NotAll)."""
        session = meeting.list_named(self.session)
        same = {**{name: getattr(self, name) for name in STATED}, "session": session}
        events: list[Event] = []
        refused: list[RefusedPlace] = []
        seen: set[str] = set()
        for place, code in enumerate(self.delegations, start=1):
            try:
                delegation = _once(meeting, code, seen)
                events += Inscribe(delegation=delegation, **same).decide(meeting, now)
            except Refused as found:
                refused.append(RefusedPlace(place, found))
        if refused:
            raise NotAll(tuple(refused))
        return events


def _once(meeting: Meeting, code: str, seen: set[str]) -> str:
    delegation = meeting.delegation(code).code
    if delegation in seen:
        raise Refused("named_twice", Rule.ONE_ENTRY, delegation=meeting.plan.name_of(delegation))
    seen.add(delegation)
    return delegation
