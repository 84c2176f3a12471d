"""Outages of the webcast: logged with their length, while the clock of the floor runs on."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.interlude import Outage
from tipfloor.core.state.meeting import Meeting


class OutageBegan(Event):
    """The webcast failed (PRACTICE section 7, case 25)."""

    kind: Literal["outage_began"] = "outage_began"
    what: str = ""

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def manner(self) -> Literal["", "what"]:
        """Tell whether it was said what failed."""
        return "what" if self.what else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep it as the one that lasts; list and clock go on."""
        begun = Outage(meeting.position, self.what, meeting.moment, meeting.session, self.at)
        return meeting.having(outages=meeting.outages.appended(begun))


class BeginOutage(Act):
    """The webcast fails, at any time; a few words may say what failed."""

    kind: Literal["begin_outage"] = "begin_outage"
    what: Reason = ""

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Log it unless one lasts already."""
        if meeting.outage:
            raise Refused("outage_on", Rule.THE_RECORD)
        return [OutageBegan(at=now, what=self.what)]


class OutageEnded(Event):
    """The webcast is back; `outage` is the position at which it failed, `lasted` milliseconds."""

    kind: Literal["outage_ended"] = "outage_ended"
    outage: int
    lasted: int

    def apply(self, meeting: Meeting) -> Meeting:
        """End the outage where it lasts."""
        lasting = meeting.outage
        if lasting is None or lasting.id != self.outage:
            return meeting
        ended = replace(lasting, ended_at=self.at)
        return meeting.having(outages=meeting.outages.replaced(-1, ended))


class EndOutage(Act):
    """The webcast is back."""

    kind: Literal["end_outage"] = "end_outage"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """End the outage where one lasts."""
        lasting = meeting.outage
        if lasting is None:
            raise Refused("no_outage", Rule.THE_RECORD)
        return [OutageEnded(at=now, outage=lasting.id, lasted=lasting.lasted(now))]
