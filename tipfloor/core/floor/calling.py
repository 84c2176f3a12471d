"""Calling a delegation to the floor, and what happens when it is not there."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.floor.floor import (
    floor_taken,
    free_floor,
    is_out_of_order,
    listed,
    open_list,
)
from tipfloor.core.ground.act import Act, DelegationCode, Reason, needs_reason
from tipfloor.core.ground.event import Event, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import arriving, refuse_unless_present
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import JUST_CALLED


class SpeakerCalled(Event):
    """The chair called a delegation; the clock has not started."""

    kind: Literal["speaker_called"] = "speaker_called"
    session: str
    delegation: str
    entry: int
    reason: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Mark the entry as called: it takes the floor next."""
        called = replace(meeting.speakers(self.session), called=self.entry, called_at=self.at)
        return meeting.with_list(self.session, called)


class CallSpeaker(Act):
    """Call a delegation to the floor without starting the clock: the next, or with a reason any.

    `arrived` checks it in with this act where it is not here as yet.
    """

    asks = "ask.reason_call"

    kind: Literal["call"] = "call"
    delegation: DelegationCode | None = None
    reason: Reason | None = None
    arrived: bool = False

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Call it while nobody has the floor."""
        session = free_floor(meeting, now)
        entry = listed(meeting, session, self.delegation)
        if entry is None:
            meeting.waiting(meeting.delegation(self.delegation or "").code, session)
            raise Refused("nobody_waiting", Rule.ORDER_OF_THE_LIST)
        if is_out_of_order(meeting, session, entry):
            needs_reason(self.reason)
        arrived = arriving(meeting, now, entry.delegation) if self.arrived else []
        for event in arrived:
            meeting = event.apply(meeting)
        refuse_unless_present(meeting, now, entry.delegation, session)
        called = SpeakerCalled(
            at=now,
            session=session,
            delegation=entry.delegation,
            entry=entry.id,
            reason=self.reason,
        )
        return [*arrived, called]


class AbsentWhenCalled(Event):
    """A delegation was called and was not there; its clock never started.

    `remark` names a remark begun for it by mistake, which is void; `struck` takes it off the list.
    `waiting` is the entry with which it had asked for the floor again: that one stays, once.
    """

    version: ClassVar[int] = 2
    kind: Literal["absent_when_called"] = "absent_when_called"
    session: str
    delegation: str
    entry: int
    remark: int | None = None
    struck: bool = False
    waiting: int | None = None

    @property
    def tone(self) -> Tone:
        """It stands out."""
        return "warning"

    def manner(self) -> Literal["", "struck"]:
        """Tell whether it was taken off the list."""
        return "struck" if self.struck else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the entry at the end of the list, or strike it."""
        floor = meeting.floor
        if floor is not None and floor.id == self.remark:
            entry, after = floor.entry, meeting.having(floor=None)
        else:
            listed = meeting.speakers(self.session).entry(self.entry)
            entry, after = listed or meeting.waiting(self.delegation, self.session), meeting
        speakers = after.speakers(self.session)
        if again := speakers.entry(self.waiting):
            speakers = speakers.departing(entry, self.at, "absent")
            entry = replace(again, turn=entry.turn, absences=entry.absences)
        absent = replace(entry, absences=entry.absences + 1)
        changed = (
            speakers.departing(absent, self.at, "absent")
            if self.struck
            else speakers.uncalled(entry.id).put(absent)
        )
        absences = after.absences.appended(self.at)
        return after.with_list(self.session, changed).having(absences=absences)


class Absent(Act):
    """A delegation was absent when called: the one named, the one just called, the next."""

    kind: Literal["absent"] = "absent"
    delegation: DelegationCode | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Send it to the end of the list; a second absence strikes it (PRACTICE section 4)."""
        session = open_list(meeting)
        speaker = meeting.speaker
        named = meeting.delegation(self.delegation).code if self.delegation else None
        if speaker and named in (None, speaker.entry.delegation):
            late = speaker.speaking(now) > JUST_CALLED
            if speaker.is_address or (named is None and late):
                raise floor_taken(meeting, speaker, now)
            return [self._event(meeting, now, session, speaker.entry, speaker.id)]
        entry = listed(meeting, session, named) or meeting.waiting(named or "", session)
        return [self._event(meeting, now, session, entry, None)]

    def _event(
        self, meeting: Meeting, now: Instant, session: str, entry: Entry, remark: int | None
    ) -> Event:
        reply = entry.kind == "reply"
        again = meeting.speakers(session).of(entry.delegation, replies=reply) if remark else None
        struck = entry.absences >= 1 or meeting.plan.rules.absent_when_called == "struck"
        return AbsentWhenCalled(
            at=now,
            session=session,
            delegation=entry.delegation,
            entry=entry.id,
            remark=remark,
            struck=struck,
            waiting=again.id if again else None,
        )
