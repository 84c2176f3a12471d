"""Who spoke, by an opaque id: the log never holds a name (PRACTICE section 6)."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.corrections.undo import numbered, without_number
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.fields import PersonId
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


class SpeakerNamed(Event):
    """The desk noted which of its people spoke for a delegation, or took that back."""

    version: ClassVar[int] = 2
    kind: Literal["speaker_named"] = "speaker_named"
    remark: int
    delegation: str
    person: str | None = None

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Leave out the number that the remark had."""
        return without_number(body)

    def manner(self) -> Literal["", "nobody"]:
        """Tell whether it was taken back."""
        return "" if self.person else "nobody"

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the id with the remark."""
        found = meeting.remark(self.remark)
        if found is None:
            return meeting
        return meeting.with_remark(replace(found, entry=replace(found.entry, person=self.person)))


class NameSpeaker(Act):
    """Note who speaks in a remark, by the person's id; with its number alone, nobody any more.

    Without a number it is the remark on the floor, or the last of this session.
    """

    kind: Literal["name_speaker"] = "name_speaker"
    person: PersonId | None = None
    number: int | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Note it; what is shown of the person is decided elsewhere, and can change."""
        if self.person is None and self.number is None:
            raise Refused("nobody_named", Rule.THE_RECORD)
        remark = numbered(meeting, self.number)
        if remark.entry.person == self.person:
            raise Refused("nothing_changed", Rule.THE_RECORD)
        named = SpeakerNamed(
            at=now,
            remark=remark.id,
            delegation=remark.entry.delegation,
            person=self.person,
        )
        return [named]
