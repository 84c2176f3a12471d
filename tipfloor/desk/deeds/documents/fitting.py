"""On which documents a deed can be done."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.state.document import Document, documents, documents_here
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.registry import When

Fits = Callable[[Document], bool]


def any_one(item: Document) -> bool:
    """Any document fits."""
    return True


def is_open(item: Document) -> bool:
    """Tell whether a document can still be decided."""
    return item.is_open


def is_undecided(item: Document) -> bool:
    """Tell whether nothing was decided on a document yet."""
    return item.decision is None


def is_decided(item: Document) -> bool:
    """Tell whether something was decided on a document."""
    return item.decision is not None


def is_amended(item: Document) -> bool:
    """Tell whether an amendment to a document is not settled."""
    return bool(item.pending)


def fitting(meeting: Meeting, fits: Fits) -> list[Document]:
    """Return the documents that fit: of this moment, or else of the others."""
    here = documents_here(meeting)
    others = [item for item in documents(meeting) if item not in here]
    return [item for item in here if fits(item)] or [item for item in others if fits(item)]


def some(fits: Fits) -> When:
    """Return what tells whether some document fits."""
    return lambda meeting: fitting(meeting, fits)
