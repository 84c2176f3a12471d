"""Who holds an office, by an opaque id: the log never holds a name (PRACTICE section 6)."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.elections.offices import election_of, elections_of, office_planned
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Identifier, PersonId
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class OfficerNamed(Event):
    """The desk noted which of its people holds an office for the elected, or took that back."""

    kind: Literal["officer_named"] = "officer_named"
    election: str
    delegation: str
    person: str | None = None

    def manner(self) -> Literal["", "nobody"]:
        """Tell whether it was taken back."""
        return "" if self.person else "nobody"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the id with the result, as long as this delegation is the elected one."""
        *former, current = elections_of(meeting, self.election)
        result = current.result
        if result is None or result.delegation != self.delegation:
            return meeting
        named = replace(current, result=replace(result, person=self.person))
        return meeting.having(elections={**meeting.elections, self.election: (*former, named)})


class NameOfficer(Act):
    """Note who holds an office, by the person's id; without one, nobody any more.

    It can be told at any time, after the closing too; what is shown is as the person agreed.
    """

    kind: Literal["name_officer"] = "name_officer"
    election: Identifier
    person: PersonId | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Note it where the office is filled and this changes something."""
        office = office_planned(meeting, self.election)
        result = election_of(meeting, office.code).result
        if result is None:
            raise Refused("no_officer_yet", Rule.ELECTIONS, office=office.title)
        if result.person == self.person:
            raise Refused("nothing_changed", Rule.THE_RECORD)
        named = OfficerNamed(
            at=now, election=office.code, delegation=result.delegation, person=self.person
        )
        return [named]
