"""What can be asked at the desk and what can be looked at, as values that know of no screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, Literal, TypeVar

from msgspec import Struct, field

from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.state.recommendation import Recommendation
from tipfloor.standing.outlook import Outlook
from tipfloor.words.narration import Line

Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """Something that is asked; an answer is of the type in brackets."""

    __slots__ = ()


class AskText(Struct, Question[str], frozen=True):
    """A line of text is asked for; `needed` refuses an empty one, `number` all but a number.

    Whatever is typed stays in the record for good: without another `hint` it is said that this is
    no place for names. `value` stands in the line from the start. More than `longest` characters
    are no answer.
    """

    title: str
    hint: str = ""
    needed: bool = True
    number: bool = False
    value: str = ""
    longest: int = LONGEST_TEXT


class AskChoice(Struct, Question[str], frozen=True):
    """One of a few answers is asked for; each is a value and the words for it.

    `keys` are those of the answers, digits and letters in their order where none are given;
    `shortcuts` are keys that answer at once with a value of their own; a letter typed in haste
    answers only behind the key of the desk that is named in `behind`.
    """

    title: str
    answers: Sequence[tuple[str, str]]
    hint: str = ""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    keys: Sequence[str] = ()
    behind: str = ""


class AskTally(Struct, Question[tuple[int, ...]], frozen=True):
    """The figures of a vote are asked for, one a column; those after `needed` may be left out.

    More votes than `voters` are no answer.
    """

    title: str
    columns: Sequence[str]
    needed: int
    voters: int


What = Literal["correct", "mark", "name", "black_out"]
Chosen = tuple[What, int]
"""What is to be done with a row of the log, and the position of the row."""


class FindInLog(Struct, Question[Chosen], frozen=True):
    """A row of the log is looked for, and what is done with it; it is shown as of an outlook."""

    backwards: Iterator[Line]
    """The lines of the log, the newest first, each told when it is taken."""
    outlook: Outlook


class View(Struct, frozen=True):
    """Something that is looked at until it is left."""


class ReadText(View, frozen=True):
    """A text that is longer than a notice."""

    title: str
    text: str


class ReadRecommendation(View, frozen=True):
    """The whole text of a recommendation, with its amendments."""

    item: Recommendation


class Timekeeper(View, frozen=True):
    """The clock as large as the window."""


class Times(View, frozen=True):
    """Every moment and session beside its plan."""


class Statistics(View, frozen=True):
    """Who spoke how often and for how long, and who has not."""


class Help(View, frozen=True):
    """Every key."""
