"""A remark corrected afterwards: the published record shows the new value, the log keeps both."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.corrections.retiming import end_of, instant_of, refuse_impossible, retimed
from tipfloor.core.corrections.undo import numbered, without_number
from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode, needs_reason
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.inscription import RemarkKind
from tipfloor.core.registration.noted import contradicted, contradiction
from tipfloor.core.registration.presiding import in_the_chair
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class RemarkCorrected(Event):
    """A remark was corrected; `before` has the former value of each field that changed, as text.

    A field that is None stays as it was. `noted` is what the check-in says otherwise.
    """

    version: ClassVar[int] = 4
    kind: Literal["remark_corrected"] = "remark_corrected"
    remark: int
    delegation: str
    capacity: Capacity | None = None
    session: str | None = None
    remark_kind: str | None = None
    on_behalf_of: tuple[str, ...] | None = None
    given_at: Instant | None = None
    stopped_at: Instant | None = None
    ended_by: Literal["speaker", "chair"] | None = None
    before: dict[str, str] = {}
    noted: dict[str, str] = {}
    reason: str

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Leave out the number that the remark had."""
        return without_number(body) if version < 3 else body

    def manner(self) -> Literal["", "otherwise"]:
        """Tell whether the check-in says otherwise."""
        return "otherwise" if self.noted else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the right values in the row, marked as corrected."""
        found = meeting.remark(self.remark)
        return meeting.with_remark(self.corrected(found, meeting)) if found else meeting

    def corrected(self, remark: Remark, meeting: Meeting) -> Remark:
        """Return the remark with what this correction says of it.

        Whoever was named spoke for the other delegation, and is named no more.
        """
        entry = replace(
            remark.entry,
            delegation=self.delegation,
            capacity=self.capacity or remark.entry.capacity,
            kind=self.remark_kind or remark.entry.kind,
            on_behalf_of=(
                remark.entry.on_behalf_of if self.on_behalf_of is None else self.on_behalf_of
            ),
            person=remark.entry.person if self.delegation == remark.entry.delegation else None,
        )
        marks = tuple(mark for mark in remark.marks if mark != "national_capacity")
        other = replace(remark, entry=entry, marks=marks)
        if entry.is_remark and entry.delegation in in_the_chair(meeting, remark.given_at):
            other = other.marked("national_capacity")
        planned = meeting.plan.session(self.session or "")
        moment = moment_of(self.session or "")
        if planned:
            other = replace(other, session=planned.code, moment=planned.moment)
        elif moment:
            other = replace(other, session=None, moment=moment)
        if self.ended_by and not other.withdrawn:
            other = replace(other, ended_by=self.ended_by)
        end = end_of(other)
        if end and (self.given_at or self.stopped_at):
            other = retimed(other, self.given_at or other.given_at, self.stopped_at or end)
        return other.marked("corrected")


class Correct(Act):
    """Correct a remark by its number: any of its fields, for a reason.

    `session` puts it under another topic. `given_at` and `ended_at` are local times, such as
    11:03:08, of when it began and when whoever spoke stopped; `on_behalf_of` is the whole list.
    """

    asks = "ask.reason_correct"

    kind: Literal["correct"] = "correct"
    number: int
    delegation: DelegationCode | None = None
    reason: Reason | None = None
    capacity: Capacity | None = None
    session: SessionCode | None = None
    remark_kind: RemarkKind | None = None
    on_behalf_of: tuple[DelegationCode, ...] | None = None
    given_at: str | None = None
    ended_at: str | None = None
    ended_by: Literal["speaker", "chair"] | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Correct it where that changes something (PRACTICE section 7, case 9)."""
        remark = numbered(meeting, self.number)
        self._refuse_for_address(remark)
        self._refuse_how_it_ended(meeting, remark)
        timed = self.given_at is not None or self.ended_at is not None
        if timed and (remark is meeting.floor or not remark.was_spoken):
            raise Refused("no_times_yet", Rule.THE_RECORD, number=self.number)
        corrected = self._event(meeting, remark, now)
        other = corrected.corrected(remark, meeting)
        if self.ended_by and other.ended_by != self.ended_by:
            raise Refused("ended_at_limit", Rule.THE_RECORD, number=self.number)
        changed = _changed(remark, other)
        if not changed:
            raise Refused("nothing_to_correct", Rule.THE_RECORD, number=self.number)
        if timed:
            refuse_impossible(meeting, other, now)
        noted = contradicted(meeting, other.entry.delegation, other.entry.capacity, other.given_at)
        if noted and not (self.reason or "").strip():
            raise contradiction(meeting, other.entry.delegation, other.entry.capacity, noted)
        needs_reason(self.reason)
        return [replace(corrected, before=changed, noted=noted)]

    def _refuse_for_address(self, remark: Remark) -> None:
        """Refuse all but times where the office of an address says who spoke."""
        other = (self.delegation, self.capacity, self.session, self.remark_kind, self.on_behalf_of)
        if remark.is_address and any(value is not None for value in other):
            raise Refused("address_fixed", Rule.PROTOCOL, number=self.number)

    def _refuse_how_it_ended(self, meeting: Meeting, remark: Remark) -> None:
        """Refuse to make a statement in writing a spoken one, or to end what is still on."""
        if not remark.was_spoken and (self.ended_by or self.remark_kind):
            raise Refused("was_written", Rule.THE_RECORD, number=self.number)
        if self.ended_by and remark is meeting.floor:
            raise Refused("no_times_yet", Rule.THE_RECORD, number=self.number)

    def _event(self, meeting: Meeting, remark: Remark, now: Instant) -> RemarkCorrected:
        entry = remark.entry
        code = meeting.delegation(self.delegation).code if self.delegation else entry.delegation
        behalf = self.on_behalf_of
        if behalf is not None:
            behalf = tuple(dict.fromkeys(meeting.delegation(one).code for one in behalf))
        if code in (entry.on_behalf_of if behalf is None else behalf):
            name = meeting.plan.name_of(code)
            raise Refused("same_delegation", Rule.ONE_ENTRY, delegation=name)
        end = end_of(remark) or now
        return RemarkCorrected(
            at=now,
            remark=remark.id,
            delegation=code,
            capacity=self.capacity,
            session=meeting.list_named(self.session) if self.session else None,
            remark_kind=self.remark_kind,
            on_behalf_of=behalf,
            given_at=_instant(self.given_at, remark.given_at, meeting),
            stopped_at=_instant(self.ended_at, end, meeting),
            ended_by=self.ended_by,
            reason=self.reason or "",
        )


def _instant(typed: str | None, near: Instant, meeting: Meeting) -> Instant | None:
    return None if typed is None else instant_of(typed, near, meeting)


def _changed(remark: Remark, other: Remark) -> dict[str, str]:
    """Return the former values, as texts, of what a correction changes."""
    former, later = _fields(remark), _fields(other)
    return {name: _text(former[name]) for name in former if former[name] != later[name]}


def _fields(remark: Remark) -> dict[str, Any]:
    entry = remark.entry
    return {
        "delegation": entry.delegation,
        "capacity": entry.capacity,
        "session": remark.session or "",
        "remark_kind": entry.kind,
        "on_behalf_of": entry.on_behalf_of,
        "given_at": remark.given_at.utc,
        "ended_at": (end_of(remark) or remark.given_at).utc,
        "ended_by": remark.ended_by or "",
    }


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else str(value.isoformat(timespec="milliseconds"))
