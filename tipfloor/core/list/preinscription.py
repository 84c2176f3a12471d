"""A list of speakers prepared beforehand: inscribed whole, or but for those left out."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode
from tipfloor.core.ground.all_or_none import MOST_NAMES, NotAll, RefusedPlace
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import Away, Inscribe, RemarkKind
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting

STATED = {
    *("reason", "capacity", "remark_kind", "general_report"),
    *("document", "recommendation", "away"),
}
"""The fields of an inscription that hold for every delegation of a list."""


LeftOut = Literal["waiting", "away", "refused"]
"""Whom a list passes over instead of being refused as a whole."""

KIND_OF: dict[str, LeftOut] = {"already_waiting": "waiting", "check_in": "away"}
"""The kind of a refusal by its code; any other is plainly refused."""


class InscribeAll(Act):
    """Put delegations on a list of speakers in one go and in this order.

    All or none, but for those that `leave_out` passes over: who waits already, who is away, who is
    refused for anything else. `reason` adds to a closed list; what else is stated holds for each.
    One undo takes all of them back.
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
    away: Away | None = None
    leave_out: tuple[LeftOut, ...] = ()

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Inscribe each as by itself; where one is refused and not left out, nobody (NotAll)."""
        session = meeting.list_named(self.session)
        same = {**{name: getattr(self, name) for name in STATED}, "session": session}
        events: list[Event] = []
        refused: list[RefusedPlace] = []
        seen: set[str] = set()
        for place, code in enumerate(self.delegations, start=1):
            try:
                delegation = _once(meeting, code, seen)
                made = self._made(meeting, now, Inscribe(delegation=delegation, **same))
            except Refused as found:
                if KIND_OF.get(found.code, "refused") not in self.leave_out:
                    refused.append(RefusedPlace(place, found))
                continue
            events += made
            for arrival in made[:-1]:
                meeting = arrival.apply(meeting)
        if refused:
            raise NotAll(tuple(refused))
        if not events:
            raise Refused("nobody_left", Rule.ONE_ENTRY)
        return events

    def _made(self, meeting: Meeting, now: Instant, act: Inscribe) -> list[Event]:
        """Return the events of one inscription, its own the last, behind an arrival.

        Who waits is told before who is away: it may have been expected when it was inscribed.
        """
        waits = meeting.speakers(act.session).of(act.delegation, replies=act.remark_kind == "reply")
        if waits and "waiting" in self.leave_out:
            raise Refused("already_waiting", Rule.ONE_ENTRY)
        return act.decide(meeting, now)


def _once(meeting: Meeting, code: str, seen: set[str]) -> str:
    delegation = meeting.delegation(code).code
    if delegation in seen:
        raise Refused("named_twice", Rule.ONE_ENTRY, delegation=meeting.plan.name_of(delegation))
    seen.add(delegation)
    return delegation
