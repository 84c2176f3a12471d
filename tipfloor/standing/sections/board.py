"""What stands in place of the list in a moment that has none: the business of that moment.

A section is a function of the outlook and a width; it tells nothing where the current moment has no
business of its kind. A board is made of those that tell something, in the order of `SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.standing.line import EMPTY, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.sections import documents, recommendations
from tipfloor.standing.sections.addresses import addresses
from tipfloor.standing.sections.closure import closing
from tipfloor.standing.sections.elections import elections
from tipfloor.standing.sections.registration import registration

Section = Callable[[Outlook, int], Lines]

SECTIONS: tuple[Section, ...] = (
    registration,
    elections,
    documents.board,
    recommendations.board,
    addresses,
    closing,
)
"""Every section, in the order in which they stand on a board."""


def board(outlook: Outlook, width: int) -> Lines:
    """Return what the sections tell of the current moment, a blank line between them."""
    told = [part for section in SECTIONS if (part := section(outlook, width))]
    return tuple(line for part in told for line in (EMPTY, *part))[1:]
