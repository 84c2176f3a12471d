"""What has changed in a published record since it was published."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.fold import fold
from tipfloor.export.blocks import Block, Heading, Paragraph, Tabled
from tipfloor.export.minutes import minutes
from tipfloor.export.publication.face import held_and_presented, masthead
from tipfloor.export.publication.report import report
from tipfloor.export.snapshot import Snapshot, snapshot_of
from tipfloor.words import say
from tipfloor.words.when import when


class _Line(Struct, frozen=True):
    """A line of a record: in which part it stands, under which number, and its text."""

    part: str
    number: int
    text: str

    @property
    def where(self) -> str:
        """The place in words; a line that is not numbered is of its part."""
        if not self.number:
            return self.part
        return say("publication.corrigendum_where", number=self.number, part=self.part)


def corrigendum(snapshot: Snapshot, form: str) -> Iterator[Block]:
    """Give each change since the state that the scope names: where, what stood, what is to."""
    before = _then(snapshot)
    then = when(before.now, before.whole.plan.zone, with_day=True)
    told = say("publication.corrigendum_to", position=len(before.history), when=then)
    yield Paragraph(told, apart=True)
    old, new = list(_lines(before, form)), list(_lines(snapshot, form))
    texts = [(line.part, line.text) for line in old], [(line.part, line.text) for line in new]
    changes = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    found = [change for change in changes if change[0] != "equal"]
    for _, first, last, start, end in found:
        yield from _change(old[first:last], new[start:end])
    if not found:
        yield Paragraph(say("publication.corrigendum_none"))


def _then(snapshot: Snapshot) -> Snapshot:
    """Return the record as it stood, told in the same way."""
    since = snapshot.scope.since
    assert since is not None
    history = snapshot.history[: since.position]
    now = history[-1].event.at.plus(since.after)
    return snapshot_of(
        as_of(fold(history), now),
        now,
        history,
        scope=replace(snapshot.scope, since=None),
        digest=snapshot.digest,
        where=snapshot.where,
        people=snapshot.people,
    )


def _lines(snapshot: Snapshot, form: str) -> Iterator[_Line]:
    part, number = say("publication.face"), 0
    published = snapshot.scope.reader_of(form) == "publication"
    yield from (_Line(part, 0, line) for line in (_face(snapshot) if published else ()))
    for block in report(snapshot) if published else minutes(snapshot):
        if isinstance(block, Heading):
            part = block.text
            yield _Line(part, 0, block.text)
        elif isinstance(block, Paragraph):
            number += block.numbered
            yield _Line(part, number if block.numbered else 0, block.text)
            yield from (_Line(part, 0, note) for note in block.notes)
        elif isinstance(block, Tabled):
            yield from (_Line(part, 0, line) for line in block.lines)


def _face(snapshot: Snapshot) -> Iterator[str]:
    """Give what is stated on the face of a publication, without what tells it from others."""
    about = snapshot.meeting.plan.meeting
    yield from (*masthead(snapshot), snapshot.own(about.body), snapshot.own(about.title))
    yield from held_and_presented(snapshot)


def _change(old: list[_Line], new: list[_Line]) -> Iterator[Block]:
    where = (old or new)[0].where
    yield Paragraph(where, apart=True, leads=True)
    keys = ("before", "after") if old and new else ("delete", "add")
    for key, lines in zip(keys, (old, new), strict=True):
        yield from (Paragraph(say(f"publication.corrigendum_{key}", text=x.text)) for x in lines)
