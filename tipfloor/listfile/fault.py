"""What is wrong with a prepared list: with the file as a whole, or with some of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row at fault: its line in the file, from 1, and what is wrong and expected, in words."""

    row: int
    words: str


@dataclass(frozen=True, slots=True)
class PreparedList:
    """The codes of a list in its order, the row of each, and the headers left out."""

    codes: tuple[str, ...]
    rows: tuple[int, ...]
    dropped: tuple[str, ...]


NOBODY = PreparedList((), (), ())
"""A list with no row that is clear."""


class ListFault(Exception):
    """Rows of a prepared list that name no delegation, or one that is named already.

    `rest` is the list without them.
    """

    def __init__(self, faults: Iterable[RowFault], rest: PreparedList = NOBODY) -> None:
        self.rest = rest
        self.faults = tuple(sorted(faults, key=lambda fault: fault.row))
        super().__init__("; ".join(fault.words for fault in self.faults))


class ListUnusable(Exception):
    """A file that cannot be read as a list of delegations; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
