"""What the log keeps beside the acts: an interlude, an outage of the webcast, a note."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import InLanguages
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting

Note = Literal["note", "interlude", "outage"]


class NoteTaken(Event):
    """A line in the internal log; list and clock go on (PRACTICE section 7, cases 24 and 25)."""

    version: ClassVar[int] = 2
    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["note_taken"] = "note_taken"
    note: Note
    text: str
    translations: InLanguages = {}

    def manner(self) -> Literal["", "interlude", "outage"]:
        """Tell what the note is about."""
        return "" if self.note == "note" else self.note

    def apply(self, meeting: Meeting) -> Meeting:
        """Change nothing: the log keeps it."""
        return meeting


class TakeNote(Act):
    """Note an interlude without a speaker, an outage, or anything else, in a few words."""

    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["take_note"] = "take_note"
    text: Reason
    note: Note = "note"
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Keep it; notes are internal and in no public export."""
        text = needs_reason(self.text)
        taken = NoteTaken(at=now, note=self.note, text=text, translations=self.translations)
        return [taken]
