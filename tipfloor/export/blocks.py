"""The blocks of which every document is made, whatever form writes it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tipfloor.export.tables import Table


class Heading(Struct, frozen=True):
    """A heading: level 1 of a moment or part, 2 of a session."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph; one that stands `apart` has room above it.

    A `numbered` one is given its number in the order of the document, an `item` belongs to a list,
    one that is `within` to the item before it;
    `leads` says that it introduces what follows and stands with it. `notes` are its footnotes, and
    `anchor` is what a link leads to.
    """

    text: str
    apart: bool = False
    numbered: bool = False
    item: bool = False
    within: bool = False
    leads: bool = False
    notes: tuple[str, ...] = ()
    anchor: str = ""


class Tabled(Struct, frozen=True):
    """A table with its caption, and its rows as lines of a text; both are given once.

    The first cell of a row is its head; where that is a number, `anchors` is of what it is, so that
    a link can lead to the row, `number` is how many rows there are, and `delegations` are the codes
    of those whose they are.
    """

    table: Table
    lines: Iterable[str]
    caption: str = ""
    anchors: str = ""
    number: int = 0
    delegations: tuple[str, ...] = ()


class Bars(Struct, frozen=True):
    """A chart: a bar for each name, as long as its milliseconds."""

    title: str
    bars: tuple[tuple[str, int], ...]


Block = Heading | Paragraph | Tabled | Bars
