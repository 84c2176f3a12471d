"""The published record from the first sitting to the last annex."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.export.blocks import Block
from tipfloor.export.publication.annexes import annexes_told
from tipfloor.export.publication.business import business_told
from tipfloor.export.publication.decisions import decisions_told
from tipfloor.export.publication.officers import officers_told
from tipfloor.export.publication.sittings import sittings_told
from tipfloor.export.snapshot import Snapshot

PARTS = (sittings_told, officers_told, business_told, decisions_told, annexes_told)


def report(snapshot: Snapshot) -> Iterator[Block]:
    """Give the blocks of the published record."""
    for told in PARTS:
        yield from told(snapshot)
