"""Undoing an act and marking a remark: new entries in the record, never changes to old ones."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, Reason
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.replying import by_number
from tipfloor.core.state.mark import GivenMark
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


class ActUndone(Event):
    """An act was undone: the fold leaves its events out, the record keeps them.

    `frees_numbers` says that the number of a remark undone was given again, as before version 2.
    """

    version: ClassVar[int] = 2
    undoable: ClassVar[bool] = False
    kind: Literal["act_undone"] = "act_undone"
    undone: tuple[int, ...]
    reason: str | None = None
    frees_numbers: bool = False

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Let it number remarks as the program did then: files made then still match."""
        return {**body, "frees_numbers": True} if version < 2 else body

    def apply(self, meeting: Meeting) -> Meeting:
        """Change nothing: what was undone is left out by the fold."""
        return meeting


class Undo(Act):
    """Undo the last act that is still in force; pressing on undoes the one before.

    `position` names the act that is meant, so that an act that came in between is not undone.
    """

    asks = "ask.reason_other"

    kind: Literal["undo"] = "undo"
    reason: Reason | None = None
    position: int | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Undo it, if there is one and it is the one that was meant."""
        if not meeting.last_act:
            raise Refused("nothing_to_undo", Rule.THE_RECORD)
        if self.position is not None and self.position not in meeting.last_act:
            raise Refused("undo_overtaken", Rule.THE_RECORD)
        return [ActUndone(at=now, undone=tuple(meeting.last_act), reason=self.reason)]


class RemarkMarked(Event):
    """The desk marked a remark, as reminded of the topic or as a general report."""

    kind: Literal["remark_marked"] = "remark_marked"
    remark: int
    delegation: str
    mark: GivenMark

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the mark with the remark."""
        found = meeting.remark(self.remark)
        return meeting.with_remark(found.marked(self.mark)) if found else meeting


class Mark(Act):
    """Mark a remark, by its number; the one on the floor, or the last one, where none is given."""

    kind: Literal["mark"] = "mark"
    mark: GivenMark
    number: int | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Mark it; never a verdict of the program's own (PRACTICE section 1, rule 5)."""
        remark = numbered(meeting, self.number)
        delegation = remark.entry.delegation
        return [RemarkMarked(at=now, remark=remark.id, delegation=delegation, mark=self.mark)]


def without_number(body: Body) -> Body:
    """Return the stored body of an older event without the number of the remark it names."""
    return {name: value for name, value in body.items() if name != "number"}


def numbered(meeting: Meeting, number: int | None) -> Remark:
    """Return a remark by its number, the one on the floor or the last without. Raises Refused.

    The last one of another session is not meant unless its number is given.
    """
    if number is not None:
        return by_number(meeting, number, Rule.THE_RECORD)
    remark = _last(meeting)
    if remark is None:
        raise Refused("no_remark", Rule.THE_RECORD, number=0)
    here = remark.moment == meeting.moment and remark.session in (None, meeting.session)
    if not here and remark is not meeting.floor:
        name = meeting.plan.name_of(remark.entry.delegation)
        raise Refused("remark_elsewhere", Rule.THE_RECORD, number=remark.number, delegation=name)
    return remark


def _last(meeting: Meeting) -> Remark | None:
    return meeting.floor or meeting.last_spoken
