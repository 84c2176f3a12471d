"""The chapters of a recording: who is heard from when to when, reckoned from the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.sitting import Sitting, sitting_of
from tipfloor.export.paragraphs import name_of
from tipfloor.export.recording.anchor import Anchor
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.offered import interlude_text
from tipfloor.words.plain import plain


class Chapter(Struct, frozen=True):
    """A stretch of a recording, in milliseconds from its beginning; `name` is its identifier."""

    start: int
    end: int
    title: str
    name: str


class Heard(Struct, frozen=True):
    """A stretch of the record that is a chapter: a remark or a part of it, an interlude, a rest."""

    since: Instant
    until: Instant
    title: str
    name: str


def chapters(snapshot: Snapshot, anchor: Anchor, until: int | None) -> list[Chapter]:
    """Return the chapters of a recording of the sitting in which its anchor lies.

    `until` is where the recording ends, None where it goes to the end of the sitting. They rise
    strictly, none is of length zero, none lies over another.
    """
    return _laid(heard(snapshot), snapshot, anchor, until)


def with_rests(snapshot: Snapshot, anchor: Anchor, until: int | None) -> list[Chapter]:
    """Return the chapters with the times in which the meeting stood still.

    A form that has beginnings only would give these to whoever spoke before.
    """
    return _laid([*heard(snapshot), *_rests(snapshot)], snapshot, anchor, until)


def with_gaps(found: Sequence[Chapter]) -> list[Chapter]:
    """Return chapters with one for each gap of a second or more, the first from the beginning.

    Without them a container gives the gap to whoever spoke before.
    """
    told: list[Chapter] = []
    reached = 0
    for one in found:
        if one.start - reached >= 1000:
            told.append(Chapter(reached, one.start, say("export.chapter_gap"), f"gap-{len(told)}"))
        told.append(one)
        reached = one.end
    return told


def heard(snapshot: Snapshot) -> list[Heard]:
    """Return what was heard or seen in the order in which it came, remarks without those in
    writing; one that a suspension parted is two.
    """
    meeting, now = snapshot.meeting, snapshot.now
    found = [part for item in meeting.all_remarks if item.was_spoken for part in _parts(item, now)]
    told = [
        Heard(since, until, _title(item, snapshot, again=nth > 0), _name(item, nth))
        for item, nth, since, until in found
    ]
    told += (
        Heard(
            item.started_at, item.ended_at or now, interlude_text(item.what), f"interlude-{item.id}"
        )
        for item in meeting.interludes
    )
    return told


def _laid(
    found: Iterable[Heard], snapshot: Snapshot, anchor: Anchor, until: int | None
) -> list[Chapter]:
    """Lay stretches of the record along a recording: only what is in it, nothing over another."""
    meeting = snapshot.whole
    home = sitting_of(meeting.sittings, anchor.at)
    inside = (one for one in found if sitting_of(meeting.sittings, one.since) == home)
    end = _end(home, anchor, until, snapshot.now)
    placed = sorted(
        (Chapter(anchor.place(x.since), anchor.place(x.until), x.title, x.name) for x in inside),
        key=lambda one: (one.start, one.end),
    )
    cut = [replace(one, start=max(0, one.start), end=min(one.end, end)) for one in placed]
    kept = [one for one in cut if one.start < one.end]
    begins = [*(one.start for one in kept), end]
    parted = (
        replace(one, end=min(one.end, following))
        for one, following in zip(kept, begins[1:], strict=False)
    )
    return [one for one in parted if one.start < one.end]


def _end(home: Sitting | None, anchor: Anchor, until: int | None, now: Instant) -> int:
    last = anchor.place(home.ended_at if home and home.ended_at else now)
    return last if until is None else min(last, until)


def _parts(item: Remark, now: Instant) -> Iterator[tuple[Remark, int, Instant, Instant]]:
    """Give the stretches of a remark between the suspensions that fell into it.

    It ends when the speaker stopped, not when the floor was withdrawn.
    """
    over = (item.stopped_at if item.withdrawn else item.ended_at) or now
    since = item.given_at
    parted = (pause for pause in item.pauses if pause.by_suspension)
    nth = 0
    for pause in parted:
        if pause.since.apart(since) > 0:
            yield item, nth, since, pause.since
            nth += 1
        since = pause.until or over
    yield item, nth, since, over


def _title(item: Remark, snapshot: Snapshot, *, again: bool) -> str:
    plan = snapshot.meeting.plan
    name = plain(name_of(item.entry, plan))
    if number := snapshot.numbers.get(item.entry.replies_to or 0):
        name = say("export.chapter_reply", name=name, number=number)
    return say("export.chapter_again", name=name) if again else name


def _name(item: Remark, nth: int) -> str:
    return f"remark-{item.number}-{nth + 1}" if nth else f"remark-{item.number}"


def _rests(snapshot: Snapshot) -> Iterator[Heard]:
    meeting: Meeting = snapshot.meeting
    for nth, stop in enumerate(meeting.frozen, start=1):
        until = stop.until or snapshot.now
        yield Heard(stop.since, until, say("export.chapter_suspended"), f"rest-{nth}")
