"""The one question that is answered by typing: what a line means, and what choosing a row does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic

from tipfloor.desk.question import Answer, Question
from tipfloor.standing.line import Line


@dataclass(frozen=True)
class Row(Generic[Answer]):
    """A row below the line: what it shows, and what choosing it does, if anything.

    It `answers`, or `puts` words in place of those from one place of the line to another. Its
    `text` can be read below the rows while it is selected.
    """

    shown: Line
    answers: Answer | None = None
    puts: tuple[int, int, str] | None = None
    text: str = ""

    @property
    def offers(self) -> bool:
        """Whether it can be chosen."""
        return self.answers is not None or self.puts is not None


@dataclass(frozen=True)
class Meant(Generic[Answer]):
    """What a typed line means: its rows, and what Enter `answers` where none of them is selected.

    Where it answers nothing, `lacks` says why. `selected` is the row that is selected at first.
    """

    rows: tuple[Row[Answer], ...]
    answers: Callable[[], Answer] | None
    lacks: str = ""
    selected: int | None = None
    alone: bool = False
    """Whether a row that is chosen stands for the whole line, which answers at once then."""
    at_end: bool = False
    """Whether the last rows are those to be seen where there is no room for all."""


@dataclass(frozen=True)
class Switch:
    """Something that holds for the whole answer, switched on and off by a key."""

    key: str
    name: str


class AskByTyping(Question[Answer]):
    """A question whose line is read anew with each letter; nobody is taken on a guess.

    `value` stands in the line from the start; `BETWEEN` comes between lines that are pasted.
    """

    BETWEEN: ClassVar[str] = " "
    SWITCHES: ClassVar[tuple[Switch, ...]] = ()
    READS_BELOW: ClassVar[bool] = False
    """Whether the text of the selected row stands below the rows."""

    def __init__(self, title: str, hint: str, value: str = "") -> None:
        self.title = title
        self.hint = hint
        self.value = value

    def read(self, typed: str, on: frozenset[str]) -> Meant[Answer]:
        """Return what a line means while some switches are on."""
        raise NotImplementedError
