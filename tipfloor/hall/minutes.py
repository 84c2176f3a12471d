"""The minutes as blocks that a page can show and search, with the figures of the delegations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tipfloor.core.reckoning.statistics import by_delegation
from tipfloor.export.blocks import Heading, Paragraph, Tabled
from tipfloor.export.minutes import heading, minutes, under_way
from tipfloor.export.snapshot import Snapshot
from tipfloor.words.figures import figures_name
from tipfloor.words.plain import plain


class Block(Struct, frozen=True):
    """A heading of a moment or session, a paragraph, or a remark with whose it is."""

    kind: Literal["moment", "session", "paragraph", "remark"]
    text: str
    delegation_code: str | None = None


class Spoken(Struct, frozen=True):
    """How often and how long a delegation spoke, in seconds."""

    code: str
    name: str
    remarks: int
    speaking_seconds: float


class Minutes(Struct, frozen=True):
    """The minutes up to a position of the record; `final` once the meeting is closed."""

    position: int
    language: str
    final: bool
    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    figures: tuple[Spoken, ...]


def minutes_told(snapshot: Snapshot) -> Minutes:
    """Return the minutes of a snapshot in the language that is spoken."""
    return Minutes(
        position=len(snapshot.history),
        language=snapshot.language,
        final=not under_way(snapshot),
        head=tuple(plain(line) for line in heading(snapshot) if line),
        blocks=tuple(_blocks(snapshot)),
        figures=tuple(_figures(snapshot)),
    )


def _blocks(snapshot: Snapshot) -> Iterator[Block]:
    for block in minutes(snapshot):
        if isinstance(block, Heading):
            yield Block("moment" if block.level == 1 else "session", plain(block.text))
        elif isinstance(block, Paragraph):
            yield Block("paragraph", plain(block.text))
        elif isinstance(block, Tabled) and block.anchors:
            for line, code in zip(block.lines, block.delegations, strict=True):
                yield Block("remark", plain(line), code)
        elif isinstance(block, Tabled):
            yield from (Block("paragraph", plain(line)) for line in block.lines)


def _figures(snapshot: Snapshot) -> Iterator[Spoken]:
    meeting = snapshot.meeting
    for item in by_delegation(meeting, snapshot.now):
        if item.remarks:
            name = plain(figures_name(meeting, "delegation", item))
            yield Spoken(item.key, name, item.remarks, item.speaking / 1000)
