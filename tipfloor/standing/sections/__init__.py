"""What stands in place of the list in a moment that has none: the business of that moment.

A section is a function of the outlook and a width; it tells nothing where the current moment has no
business of its kind. A board is made of those that tell something, in the order of `SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from tipfloor.desk.boards import documents, recommendations
from tipfloor.desk.boards.addresses import addresses
from tipfloor.desk.boards.closing import closing
from tipfloor.desk.boards.elections import elections
from tipfloor.desk.boards.registration import registration
from tipfloor.desk.outlook import Outlook

Section = Callable[[Outlook, int], Content | None]

SECTIONS: tuple[Section, ...] = (
    registration,
    elections,
    documents.board,
    recommendations.board,
    addresses,
    closing,
)
"""Every section, in the order in which they stand on a board."""
