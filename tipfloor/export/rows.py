"""The remarks of a meeting as rows, from which every form is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple, cast

from tipfloor.core.floor.addresses import delegation_behind
from tipfloor.core.floor.stoppages import RemarkBackDated, RemarkRestarted
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.listed import session_of
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.remark import Remark
from tipfloor.export.codes import EndedBy, Kind
from tipfloor.export.corrections.corrections import CorrectionRow, remarks_corrected
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.capacities import CapacityCode, capacity_code
from tipfloor.words.marks import Shown, mark_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.subjects import subject_title
from tipfloor.words.times import stamps


@dataclass(slots=True)  # frozen, each of thirty thousand would take three times as long to make
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
    return list(each_row(snapshot))


def each_row(snapshot: Snapshot) -> Iterator[Row]:
    """Give the same rows one by one."""
    earlier = cache(partial(_back_dated, snapshot.history))
    corrected = remarks_corrected(snapshot) if snapshot.internal else {}
    words = _Words(snapshot.meeting.plan)
    for remark in snapshot.meeting.all_remarks:
        marks = _marks(remark, snapshot)
        told = _marks_told(remark, marks, earlier, corrected) if marks else ()
        yield _row(remark, snapshot, words, marks, told)


class _Words:
    """What rows say of places, speakers and codes: the same in row after row, so found once."""

    def __init__(self, plan: Plan) -> None:
        self.say = cache(say)
        self.place = cache(partial(_place, plan))
        self.speaker = cache(partial(_speaker, plan))
        self.stamp = stamps(plan.zone)


class _Place(NamedTuple):
    """Where a remark was made; `topic` is None outside a session, where it is what it was on."""

    moment: str
    session_code: str | None
    session: str
    topic: str | None


def _place(plan: Plan, moment: str, session: str | None) -> _Place:
    at = plan.moment_index.get(moment)
    title = moment if at is None else plan.moments[at].title
    if not session:
        return _Place(title, None, "", None)
    planned = plan.session(session)
    if planned is None:
        return _Place(title, session_of(session), session, None)
    return _Place(title, session_of(session), planned.title, planned.topic)


class _Speaker(NamedTuple):
    """Who spoke: the delegation, or an office, and in which capacity."""

    code: str
    name: str
    capacity: CapacityCode | None
    capacity_text: str
    office: str


def _speaker(plan: Plan, given: str, capacity: str, is_address: bool) -> _Speaker:
    if is_address:
        code, office = delegation_behind(given, plan), plan.name_of(given)
        return _Speaker(code, plan.name_of(code) if code else office, None, "", office)
    told = capacity_code(capacity, given, plan)
    return _Speaker(given, plan.name_of(given), told, say(f"export.capacity_{told}"), "")


def _row(
    remark: Remark,
    snapshot: Snapshot,
    words: _Words,
    marks: tuple[Shown, ...],
    marks_told: tuple[str, ...],
) -> Row:
    meeting, now, ended = snapshot.meeting, snapshot.now, remark.ended_at
    entry = remark.entry
    place = words.place(remark.moment, remark.session)
    speaker = words.speaker(entry.delegation, entry.capacity, remark.is_address)
    ended_by = remark.ended_by or "in_progress"
    spoken = remark.was_spoken
    return Row(
        number=remark.number,
        day=remark.day,
        moment_code=remark.moment,
        moment=place.moment,
        session_code=place.session_code,
        session=place.session,
        topic=subject_title(entry, meeting.plan) if place.topic is None else place.topic,
        delegation_code=speaker.code,
        delegation=speaker.name,
        capacity=speaker.capacity,
        capacity_text=speaker.capacity_text,
        on_behalf_of=entry.on_behalf_of,
        kind=cast(Kind, entry.kind),
        kind_text=words.say(f"export.kind_{entry.kind}"),
        requested_at=words.stamp(entry.requested_at.utc),
        floor_given_at=words.stamp(remark.given_at.utc) if spoken else None,
        ended_at=words.stamp(ended.utc) if ended and spoken else None,
        allotted_seconds=None if remark.limit is None else remark.limit / 1000,
        speaking_seconds=remark.speaking(now) / 1000,
        paused_seconds=remark.paused(now) / 1000,
        overtime_seconds=remark.over_time(now) / 1000,
        ended_by=ended_by,
        ended_by_text=words.say(f"export.ended_{_ended(ended_by, remark)}"),
        marks=marks,
        marks_text=marks_told,
        office=speaker.office,
        replies_to=snapshot.numbers.get(entry.replies_to) if entry.replies_to else None,
        speaker=speaker_shown(snapshot.people, entry.person) if entry.person else "",
    )


def _marks(remark: Remark, snapshot: Snapshot) -> tuple[Shown, ...]:
    """Return the marks; that its over-time still counts is one of them."""
    on = remark is snapshot.whole.floor and remark.withdrawn
    return (*remark.marks, "still_talking") if on else remark.marks


def _marks_told(
    remark: Remark,
    marks: tuple[Shown, ...],
    earlier: Callable[[], Mapping[int, int]],
    corrected: Mapping[int, Sequence[CorrectionRow]],
) -> tuple[str, ...]:
    """Return the marks in words.

    A back-dated remark says by how much, a corrected one of an internal file what it said before.
    """
    told: list[str] = []
    for mark in marks:
        if mark == "back_dated" and remark.id in earlier():
            seconds = f"{earlier()[remark.id] / 1000:g}"
            told.append(say("export.mark_back_dated_by", seconds=seconds))
        elif mark == "corrected" and remark.id in corrected:
            told += (
                say("export.mark_corrected_from", field=row.field, before=row.before)
                for row in corrected[remark.id]
            )
        else:
            told.append(mark_text(mark))
    return tuple(told)


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
    """Return who or what ended a remark, by its words: the speaker of an address is an office."""
    return "office" if remark.is_address and by == "speaker" else by
