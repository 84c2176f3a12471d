"""The remarks of a meeting as rows, from which every form is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.floor.stoppages import RemarkBackDated, RemarkRestarted
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.listed import session_of
from tipfloor.core.state.remark import Remark
from tipfloor.export.codes import EndedBy, Kind
from tipfloor.export.corrections.corrections import CorrectionRow, remarks_corrected
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.capacities import CapacityCode, capacity_code
from tipfloor.words.marks import Shown, mark_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.subjects import subject_title
from tipfloor.words.times import iso


@dataclass(frozen=True, slots=True)
class Row:
    """One remark; times are ISO 8601, lengths seconds, `on_behalf_of` codes, None is absent.

    What ends in `_text` says in words what the code of that name says. `session_code` is None on
    the list of a moment's own business, and of an address.

    An address has its `office`, and the delegation of the speaker where there is one.
    A statement in writing was never given the floor.
    `replies_to` is the number of the remark that a reply answers. A void remark has no kind and
    no end, and no number in records of the first schema.
    """

    number: int | None
    day: str
    moment_code: str
    moment: str
    session_code: str | None
    session: str
    topic: str
    delegation_code: str
    delegation: str
    capacity: CapacityCode | None
    capacity_text: str
    on_behalf_of: tuple[str, ...]
    kind: Kind | None
    kind_text: str
    requested_at: str
    floor_given_at: str | None
    ended_at: str | None
    allotted_seconds: float | None
    speaking_seconds: float
    paused_seconds: float
    overtime_seconds: float
    ended_by: EndedBy | None
    ended_by_text: str
    marks: tuple[Shown, ...]
    marks_text: tuple[str, ...]
    office: str
    replies_to: int | None
    speaker: str


def rows(snapshot: Snapshot) -> list[Row]:
    """Return a row for each remark of the chosen part, the one under way as it stands now.

    A remark has its number in the whole log; the mark of a back-dated one says by how much, and
    a row has as much of the speaker as that person agreed to show.
    """
    earlier = _back_dated(snapshot.history)
    corrected = remarks_corrected(snapshot) if snapshot.internal else {}
    return [
        _row(remark, snapshot, _marks_told(remark, snapshot, earlier, corrected))
        for remark in snapshot.meeting.all_remarks
    ]


def _row(remark: Remark, snapshot: Snapshot, marks: tuple[str, ...]) -> Row:
    meeting, now, ended = snapshot.meeting, snapshot.now, remark.ended_at
    plan, entry = meeting.plan, remark.entry
    planned = plan.session(remark.session or "")
    place = plan.moment_index.get(remark.moment)
    office = plan.name_of(entry.delegation) if remark.is_address else ""
    code = delegation_of(remark, plan)
    ended_by = remark.ended_by or "in_progress"
    capacity = None if remark.is_address else capacity_code(entry.capacity, entry.delegation, plan)
    return Row(
        number=snapshot.numbers.get(remark.id),
        day=remark.day,
        moment_code=remark.moment,
        moment=remark.moment if place is None else plan.moments[place].title,
        session_code=session_of(remark.session) if remark.session else None,
        session=planned.title if planned else remark.session or "",
        topic=planned.topic if planned else subject_title(entry, plan),
        delegation_code=code,
        delegation=plan.name_of(code) if code else office,
        capacity=capacity,
        capacity_text=say(f"export.capacity_{capacity}") if capacity else "",
        on_behalf_of=entry.on_behalf_of,
        kind=cast(Kind, entry.kind),
        kind_text=say(f"export.kind_{entry.kind}"),
        requested_at=iso(entry.requested_at, plan.zone),
        floor_given_at=iso(remark.given_at, plan.zone) if remark.was_spoken else None,
        ended_at=iso(ended, plan.zone) if ended and remark.was_spoken else None,
        allotted_seconds=None if remark.limit is None else remark.limit / 1000,
        speaking_seconds=remark.speaking(now) / 1000,
        paused_seconds=remark.paused(now) / 1000,
        overtime_seconds=remark.over_time(now) / 1000,
        ended_by=ended_by,
        ended_by_text=_ended(ended_by, remark),
        marks=_marks(remark, snapshot),
        marks_text=marks,
        office=office,
        replies_to=snapshot.numbers.get(entry.replies_to or 0),
        speaker=speaker_shown(snapshot.people, entry.person),
    )


def _marks(remark: Remark, snapshot: Snapshot) -> tuple[Shown, ...]:
    """Return the marks; that its over-time still counts is one of them."""
    on = remark is snapshot.whole.floor and remark.withdrawn
    return (*remark.marks, "still_talking") if on else remark.marks


def _marks_told(
    remark: Remark,
    snapshot: Snapshot,
    earlier: Mapping[int, int],
    corrected: Mapping[int, Sequence[CorrectionRow]],
) -> tuple[str, ...]:
    """Return the marks in words.

    A back-dated remark says by how much, a corrected one of an internal file what it said before.
    """
    marks: list[str] = []
    for mark in _marks(remark, snapshot):
        if mark == "back_dated" and remark.id in earlier:
            seconds = f"{earlier[remark.id] / 1000:g}"
            marks.append(say("export.mark_back_dated_by", seconds=seconds))
        elif mark == "corrected" and remark.id in corrected:
            marks += (
                say("export.mark_corrected_from", field=row.field, before=row.before)
                for row in corrected[remark.id]
            )
        else:
            marks.append(mark_text(mark))
    return tuple(marks)


def _back_dated(history: Sequence[Recorded]) -> dict[int, int]:
    """Return by how many milliseconds the start of each remark was set earlier in all."""
    found: dict[int, int] = {}
    undone = undone_positions(history)
    for position, event, _ in history:
        if position in undone:
            continue
        if isinstance(event, RemarkBackDated):
            found[event.remark] = found.get(event.remark, 0) + event.milliseconds
        elif isinstance(event, RemarkRestarted):
            found.pop(event.remark, None)
    return found


def _ended(by: str, remark: Remark) -> str:
    """Return who or what ended a remark in words; the speaker of an address is no delegation."""
    speaker = "office" if remark.is_address and by == "speaker" else by
    return say(f"export.ended_{speaker}")
