"""The remarks of a meeting as rows, from which every form is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from msgspec import Struct

from tipfloor.core.floor.addresses import delegation_behind
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.listed import session_of
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.remark import Remark
from tipfloor.export.codes import EndedBy, Kind
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.capacities import CapacityCode, capacity_code
from tipfloor.words.marks import Shown, mark_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.subjects import subject_title
from tipfloor.words.times import stamps

if TYPE_CHECKING:
    from tipfloor.export.corrections.corrections import CorrectionRow


class Row(Struct):
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
    corrected = _corrected(snapshot) if snapshot.internal else {}
    words = _Words(snapshot.meeting.plan)
    for remark in snapshot.meeting.all_remarks:
        marks = _marks(remark, snapshot)
        told = _marks_told(remark, marks, earlier, corrected) if marks else ()
        yield _row(remark, snapshot, words, marks, told)


class _Words:
    """What rows say of places, speakers and codes: the same in row after row, so found once."""

    def __init__(self, plan: Plan) -> None:
        self.alike = cache(partial(_alike, plan))
        self.stamp = stamps(plan.zone)


def _alike(
    plan: Plan,
    moment: str,
    session: str | None,
    given: str,
    capacity: str,
    is_address: bool,
    kind: str,
    ended_by: EndedBy,
) -> Callable[[], Row]:
    """Return what gives rows of remarks that have all of this in common, which is filled in.

    What else a row has is to be set; `topic` only where it is empty, as outside of a session.
    """
    row: Row = Row(*[cast(Any, None)] * len(Row.__struct_fields__))
    place, speaker = _place(plan, moment, session), _speaker(plan, given, capacity, is_address)
    row.moment_code = moment
    row.moment = place.moment
    row.session_code = place.session_code
    row.session = place.session
    row.topic = place.topic
    row.delegation_code = speaker.code
    row.delegation = speaker.name
    row.capacity = speaker.capacity
    row.capacity_text = speaker.capacity_text
    row.office = speaker.office
    row.kind = cast(Kind, kind)
    row.kind_text = _kind_text(kind)
    row.ended_by = ended_by
    row.ended_by_text = _ended_text(ended_by, is_address)
    copied: Callable[[], Row] = cast(Any, row).__copy__
    return copied


class _Place(NamedTuple):
    """Where a remark was made; `topic` is empty outside a session, where it is what it was on."""

    moment: str
    session_code: str | None
    session: str
    topic: str


def _place(plan: Plan, moment: str, session: str | None) -> _Place:
    at = plan.moment_index.get(moment)
    title = moment if at is None else plan.moments[at].title
    if not session:
        return _Place(title, None, "", "")
    planned = plan.session(session)
    if planned is None:
        return _Place(title, session_of(session), session, "")
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
    return _Speaker(given, plan.name_of(given), told, str(say(f"export.capacity_{told}")), "")


def _row(
    remark: Remark,
    snapshot: Snapshot,
    words: _Words,
    marks: tuple[Shown, ...],
    marks_told: tuple[str, ...],
) -> Row:
    entry, ended, stamp = remark.entry, remark.ended_at, words.stamp
    spoken = remark.was_spoken
    speaking, paused, over_time = remark.lengths(snapshot.now)
    # To name twenty-eight fields in a call takes four times as long as to set those that differ.
    row = words.alike(
        remark.moment,
        remark.session,
        entry.delegation,
        entry.capacity,
        remark.is_address,
        entry.kind,
        remark.ended_by or "in_progress",
    )()
    if not row.topic:
        row.topic = subject_title(entry, snapshot.meeting.plan)
    row.number = remark.number
    row.day = remark.day
    row.on_behalf_of = entry.on_behalf_of
    row.requested_at = stamp(entry.requested_at.utc)
    row.floor_given_at = stamp(remark.given_at.utc) if spoken else None
    row.ended_at = stamp(ended.utc) if ended and spoken else None
    row.allotted_seconds = None if remark.limit is None else remark.limit / 1000
    row.speaking_seconds = speaking / 1000
    row.paused_seconds = paused / 1000
    row.overtime_seconds = over_time / 1000
    row.marks = marks
    row.marks_text = marks_told
    row.replies_to = snapshot.numbers.get(entry.replies_to) if entry.replies_to else None
    row.speaker = speaker_shown(snapshot.people, entry.person) if entry.person else ""
    return row


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


def _corrected(snapshot: Snapshot) -> Mapping[int, Sequence[CorrectionRow]]:
    from tipfloor.export.corrections.corrections import remarks_corrected  # of internal files alone

    return remarks_corrected(snapshot)


def _back_dated(history: Sequence[Recorded]) -> dict[int, int]:
    """Return by how many milliseconds the start of each remark was set earlier in all."""
    from tipfloor.core.floor.stoppages import RemarkBackDated, RemarkRestarted

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


def _kind_text(kind: str) -> str:
    return str(say(f"export.kind_{kind}"))


def _ended_text(by: str, is_address: bool) -> str:
    """Return who or what ended a remark: the speaker of an address is an office."""
    by = "office" if is_address and by == "speaker" else by
    return str(say(f"export.ended_{by}"))
