"""What only an internal file holds: the log with its reasons, notes, and remarks that are void."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from tipfloor.core.corrections.void import VoidRemark, void_remarks
from tipfloor.core.course.notes import NoteTaken
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.listed import session_of
from tipfloor.export.list.unheard import moment_title, session_title
from tipfloor.export.narrowing import day_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.narration import Narrator
from tipfloor.words.times import iso


class LogRow(Struct, frozen=True):
    """A line of the log by its position in the record; `kind` is the event's, `reason` as given.

    `told_by` is the desk or command that told it, empty where the record does not say.
    """

    position: int
    at: str
    kind: str
    text: str
    reason: str | None
    undone: bool
    told_by: str


class NoteRow(Struct, frozen=True):
    """A note as taken; an undone one is kept."""

    position: int
    at: str
    kind: str
    text: str
    undone: bool


class VoidRow(Struct, frozen=True):
    """A remark that was undone: who had the floor from when on, until when, and why it is void.

    Its number is not given again; a record of an earlier tipfloor has none.
    """

    number: int | None
    day: str
    moment_code: str | None
    moment: str
    session_code: str | None
    session: str
    delegation_code: str
    delegation: str
    floor_given_at: str
    undone_at: str
    reason: str | None


def log_rows(snapshot: Snapshot) -> list[LogRow]:
    """Return every event of the record in words, undone ones included; of a part, its own."""
    return list(told(snapshot, lambda event: True))


def told(snapshot: Snapshot, wanted: Callable[[Event], bool]) -> Iterator[LogRow]:
    """Give the events that are wanted, of the chosen part, in words."""
    zone, narrator = snapshot.whole.plan.zone, Narrator(snapshot.history, snapshot.whole)
    for recorded in snapshot.history:
        event = recorded.event
        if wanted(event) and is_here(event, snapshot):
            line = narrator.line(recorded)
            yield LogRow(
                position=line.position,
                at=iso(line.at, zone),
                kind=event.kind,
                text=line.text,
                reason=reason_of(event),
                undone=line.undone,
                told_by=recorded.told.by,
            )


def reason_of(event: Event) -> str | None:
    """Return the reason that an event was given, None without one."""
    # A field that an event has not is looked for in vain for long, and there are many events.
    reason: str | None = getattr(event, "reason", None)
    return reason


def note_rows(snapshot: Snapshot) -> list[NoteRow]:
    """Return the notes, interludes and outages that were noted in words."""
    notes = {p: event for p, event, _ in snapshot.history if isinstance(event, NoteTaken)}
    return [
        NoteRow(
            line.position,
            line.at,
            notes[line.position].note,
            notes[line.position].text,
            line.undone,
        )
        for line in told(snapshot, lambda event: isinstance(event, NoteTaken))
    ]


def void_rows(snapshot: Snapshot) -> list[VoidRow]:
    """Return the remarks that are void (PRACTICE section 7, case 8)."""
    return [_void(item, snapshot) for item in voided(snapshot)]


def voided(snapshot: Snapshot) -> Iterator[VoidRemark]:
    """Give the void remarks of the chosen sessions and days."""
    chosen = snapshot.scope.part
    for item in void_remarks(snapshot.history, snapshot.whole.void):
        if chosen.has(item.session, day_of(item.began_at, snapshot.whole)):
            yield item


def _void(item: VoidRemark, snapshot: Snapshot) -> VoidRow:
    whole = snapshot.whole
    planned = whole.plan.session(item.session or "")
    return VoidRow(
        number=item.number,
        day=day_of(item.began_at, whole),
        moment_code=planned.moment if planned else None,
        moment=moment_title(whole, planned.moment) if planned else "",
        session_code=session_of(item.session) if item.session else None,
        session=session_title(whole, item.session) if item.session else "",
        delegation_code=item.delegation,
        delegation=whole.plan.name_of(item.delegation),
        floor_given_at=iso(item.began_at, whole.plan.zone),
        undone_at=iso(item.undone_at, whole.plan.zone),
        reason=item.reason,
    )


def is_here(event: Event, snapshot: Snapshot) -> bool:
    """Tell whether an event belongs to the chosen part: by its session or remark, and its day."""
    chosen, whole = snapshot.scope.part, snapshot.whole
    if not chosen:
        return True
    session = getattr(event, "session", None)
    remark = getattr(event, "remark", None)
    session = snapshot.sessions_of_remarks.get(remark or 0, session)
    return chosen.has(session if isinstance(session, str) else None, day_of(event.at, whole))
