"""What can be asked at the desk and what can be looked at, as values that know of no screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.state.recommendation import Recommendation
from tipfloor.standing.outlook import Outlook
from tipfloor.words.narration import Line

Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """Something that is asked; an answer is of the type in brackets."""


@dataclass(frozen=True)
class AskText(Question[str]):
    """A line of text is asked for; `needed` refuses an empty one, `number` all but a number.

    Whatever is typed stays in the record for good: without another `hint` it is said that this is
    no place for names. `value` stands in the line from the start. More than `longest` characters
    are no answer.
    """

    title: str
    hint: str = field(default="", kw_only=True)
    needed: bool = field(default=True, kw_only=True)
    number: bool = field(default=False, kw_only=True)
    value: str = field(default="", kw_only=True)
    longest: int = field(default=LONGEST_TEXT, kw_only=True)


@dataclass(frozen=True)
class AskChoice(Question[str]):
    """One of a few answers is asked for; each is a value and the words for it.

    `keys` are those of the answers, digits and letters in their order where none are given;
    `shortcuts` are keys that answer at once with a value of their own; a letter typed in haste
    answers only behind the key of the desk that is named in `behind`.
    """

    title: str
    answers: Sequence[tuple[str, str]]
    hint: str = field(default="", kw_only=True)
    shortcuts: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    keys: Sequence[str] = field(default=(), kw_only=True)
    behind: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class AskTally(Question[tuple[int, ...]]):
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


@dataclass(frozen=True)
class FindInLog(Question[Chosen]):
    """A row of the log is looked for, and what is done with it; it is shown as of an outlook."""

    backwards: Iterator[Line]
    """The lines of the log, the newest first, each told when it is taken."""
    outlook: Outlook


class View:
    """Something that is looked at until it is left."""


@dataclass(frozen=True)
class ReadText(View):
    """A text that is longer than a notice."""

    title: str
    text: str


@dataclass(frozen=True)
class ReadRecommendation(View):
    """The whole text of a recommendation, with its amendments."""

    item: Recommendation


class Timekeeper(View):
    """The clock as large as the window."""


class Times(View):
    """Every moment and session beside its plan."""


class Statistics(View):
    """Who spoke how often and for how long, and who has not."""


class Help(View):
    """Every key."""
