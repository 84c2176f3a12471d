"""A document before any form writes it: its face, its blocks, and by what it is checked."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tipfloor.core.plan.publication import Paper as Size
from tipfloor.export.blocks import Block, Heading
from tipfloor.export.corrigendum import corrigendum
from tipfloor.export.front import front_lines
from tipfloor.export.minutes import marks, minutes, sealed
from tipfloor.export.publication.face import cover, masthead
from tipfloor.export.publication.report import report
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot


class Paper(Struct, frozen=True):
    """A document: what stands above its title, the title, the lines below it, and the blocks.

    `masthead` and `body` are those of a publication alone, `size` is that of the paper.
    """

    title: str
    short_title: str
    language: str
    marks: tuple[str, ...]
    masthead: tuple[str, ...]
    body: str
    lines: tuple[str, ...]
    blocks: Sequence[Block]
    sealed: str
    seal: str
    size: Size

    @property
    def headings(self) -> list[Heading]:
        """The headings in order, for the contents."""
        return [block for block in self.blocks if isinstance(block, Heading)]


def paper_of(snapshot: Snapshot, form: str) -> Paper:
    """Return the document that a form is to write, for whom the scope says."""
    published = snapshot.scope.reader_of(form) == "publication"
    about = snapshot.meeting.plan.meeting
    if snapshot.scope.since:
        blocks = list(corrigendum(snapshot, form))
    else:
        blocks = list(report(snapshot) if published else minutes(snapshot))
    return Paper(
        title=snapshot.own(about.title) if published else about.title,
        short_title=about.short_title,
        language=snapshot.language,
        marks=tuple(marks(snapshot)),
        masthead=tuple(masthead(snapshot)) if published else (),
        body=snapshot.own(about.body) if published else "",
        lines=tuple(cover(snapshot) if published else front_lines(snapshot)),
        blocks=blocks,
        sealed=sealed(snapshot),
        seal=str(seal_of(snapshot, form)),
        size=snapshot.whole.plan.publication.paper,
    )
