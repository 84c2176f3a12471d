"""Every question that the desk can ask in a meeting, found by doing its deeds without a record.

At each stand of a meeting each deed is done, and each of its questions is answered in every way
that leads on. Acts are judged as always, and nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.helpers.once import made_once
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.fold import convened, going_on
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.value import Unfit
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.doing import do
from tipfloor.desk.deeds.registry import in_order
from tipfloor.desk.delivering import Delivery
from tipfloor.desk.export_job import Order
from tipfloor.desk.question import AskChoice, AskTally, AskText, FindInLog, Question, View
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.waiting import NOTHING, Waiting
from tipfloor.standing.outlook import Outlook
from tipfloor.store import Person
from tipfloor.words import Said, speaking
from tipfloor.words.shown import shown

DEEPEST = 6
"""How many questions may follow one upon the other."""

TEXTS = ("10", "12:30", "QQQ")
"""What is typed where a line of text is asked for."""

NAMES = ("", "mex", "bra ury", "1")
"""What is typed where names are read, or the number of a recommendation."""

KEPT = "ways.json"
"""Where the ways that were found lie for the other workers."""

LOOKS_FOR = ("correct", "mark", "name", "black_out")


@dataclass
class Stand:
    """A meeting at one place of its record, that judges acts and keeps none."""

    meeting: Meeting
    history: Sequence[Recorded]
    people: Mapping[str, Person]
    at: Instant
    where: str = "meeting.tipfloor"
    broken: int | None = None
    waiting: Waiting = NOTHING

    @property
    def saved(self) -> Stand:
        return self

    def now(self) -> Instant:
        return self.at

    def current(self) -> tuple[Meeting, Instant]:
        return self.meeting, self.at

    def tell(self, act: Act, at: Instant | None = None, then: object = None) -> None:
        """Judge an act. Raises Refused."""
        now = at or self.at
        act.decide(as_of(self.meeting, now), now)

    def keep_person(self, made: object, heard: object) -> None:
        """Nobody is kept."""

    def forget_person(self, person: str, heard: object) -> None:
        """Nobody is forgotten."""

    def black_out(self, position: int, heard: object) -> None:
        """Nothing is blacked out."""

    def put_back(self, heard: object) -> None:
        """Nothing was deleted."""

    def go_on_broken(self) -> None:
        """Nothing is broken."""


class Asked(NamedTuple):
    """A question, and what follows its answer."""

    question: Question[Any]
    answered: Callable[[Any], object]


@dataclass
class AskingHand:
    """A hand that keeps what was asked and said."""

    record: Stand
    asked: list[Asked] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    writing: str = ""
    last_written: Order | None = None

    def __post_init__(self) -> None:
        self._delivery = Delivery(self, self.record)  # type: ignore[arg-type]

    @property
    def meeting(self) -> Meeting:
        return shown(self.record.meeting)

    @property
    def outlook(self) -> Outlook:
        return Outlook(self.meeting, self.record.at, self.record.history, self.record.people)

    @property
    def selected(self) -> Entry | None:
        return next(iter(self.meeting.speakers().waiting), None)

    def now(self) -> Instant:
        return self.record.at

    def tell(self, act: Act, at: Instant | None = None, then: object = None) -> bool:
        return self._delivery.tell(act, at)

    def tell_each(self, acts: Sequence[Act]) -> None:
        self._delivery.tell_each(acts)

    def ask(self, question: Any, answered: Callable[[Any], object], left: object = None) -> None:
        self.asked.append(Asked(question, answered))

    def notice(self, words: str, tone: object, *, stays: bool = False) -> None:
        self.said.append(words)

    def show(self, view: View) -> None:
        """Nothing is shown."""

    def do(self, name: str) -> None:
        do(self, name)

    def turn_ground(self) -> bool:
        return True

    def turn_sound(self) -> str:
        return ""

    def select(self, by: int) -> None:
        """The first one stays selected."""

    def write(self, order: Order) -> None:
        """Nothing is written."""

    def leave(self, *, unless_typed: bool = False) -> None:
        """The desk stays."""

    def answered(self) -> None:
        """Nothing stood before it that it answers."""

    def refused(self) -> None:
        """Nothing is drawn."""

    def take_back(self, words: str) -> None:
        """Nothing is shown that could be taken back."""

    def after(self, work: Callable[[], object]) -> list[Asked]:
        """Return what is asked by a deed, or behind an answer; one that does not fit is none."""
        self.asked.clear()
        try:
            work()
        except Unfit:
            self.asked.clear()
        return list(self.asked)


class Way(NamedTuple):
    """How a question comes up: at which stand, by which deed, by which answers before it.

    Each step is the place of a question among those asked at once, and of the answer to it.
    """

    stand: Stand
    deed: str
    steps: tuple[tuple[int, int], ...]
    place: int


def stands(proceedings: Proceedings) -> Iterator[Stand]:
    """Give the meeting five seconds behind the first event of each kind, and at its end."""
    history, kinds = list(proceedings.history), set[str]()
    meetings = dict(going_on(convened(history), history[1:]))
    for place, recorded in enumerate(history, start=1):
        kind, last = recorded.event.kind, place == len(history)
        if recorded.position in meetings and (kind not in kinds or last):
            kinds.add(kind)
            meeting, at = meetings[recorded.position], recorded.event.at.plus(5000)
            yield Stand(meeting, history[:place], proceedings.people, at)


def ways_to_ask(found: Sequence[Stand]) -> list[Way]:
    """Return one way to each question, those that differ in their facts alone taken for one."""
    ways: dict[tuple[str, ...], Way] = {}
    for stand in found:
        seen: set[tuple[str, ...]] = set()
        for name in in_order():
            if name != "find" or stand is found[-1]:
                _explore(Way(stand, name, (), 0), seen, ways)
    return list(ways.values())


def ways_of(played: Proceedings, whole: Proceedings, factory: pytest.TempPathFactory) -> list[Way]:
    """Return the ways to all questions in a meeting that was played as the whole one was.

    They are searched in the whole one, once in a run, from a folder that has a prepared list.
    """
    found = [*stands(played)]
    kept = made_once(factory, "ways", lambda folder: _keep_ways(folder / KEPT, whole))
    return [Way(found[stand], *way) for stand, *way in json.loads((kept / KEPT).read_text())]


def _keep_ways(path: Path, whole: Proceedings) -> None:
    """Keep each way with the place of its stand among all."""
    found = [*stands(whole)]
    with speaking("en"):
        ways = ways_to_ask(found)
    places = {id(stand): place for place, stand in enumerate(found)}
    path.write_text(json.dumps([(places[id(way.stand)], *way[1:]) for way in ways]))


def _explore(way: Way, seen: set[tuple[str, ...]], ways: dict[tuple[str, ...], Way]) -> None:
    hand = AskingHand(way.stand)
    first = hand.after(lambda: hand.do(way.deed))
    _follow(hand, first, way, seen, ways)


def _follow(
    hand: AskingHand,
    asked: Sequence[Asked],
    way: Way,
    seen: set[tuple[str, ...]],
    ways: dict[tuple[str, ...], Way],
) -> None:
    for place, (question, answered) in enumerate(asked):
        own = identity(question)
        ways.setdefault(own, way._replace(place=place))
        if own in seen or len(way.steps) == DEEPEST:
            continue
        seen.add(own)
        for number, answer in enumerate(answers(question, hand)):
            steps = (*way.steps, (place, number))
            behind = hand.after(lambda answered=answered, answer=answer: answered(answer))
            _follow(hand, behind, way._replace(steps=steps), seen, ways)


def question_at(way: Way) -> Question[Any]:
    """Return the question of a way, in the language that is spoken."""
    hand = AskingHand(way.stand)
    asked = hand.after(lambda: hand.do(way.deed))
    for place, number in way.steps:
        question, answered = asked[place]
        answer = answers(question, hand)[number]
        asked = hand.after(lambda answered=answered, answer=answer: answered(answer))
    return asked[way.place].question


def answers(question: Any, hand: AskingHand) -> list[Any]:
    """Return answers to a question that may lead on."""
    if isinstance(question, AskChoice):
        return [*(value for value, _ in question.answers), *question.shortcuts.values()]
    if isinstance(question, AskTally):
        return [(12, *(1 for _ in question.columns[1:]))]
    if isinstance(question, AskText):
        return list(TEXTS)
    if isinstance(question, FindInLog):
        rows = {item.event.kind: item.position for item in reversed(hand.record.history)}
        return [(what, row) for row in rows.values() for what in LOOKS_FOR]
    read = [question.read(typed, frozenset()) for typed in NAMES]
    rows = [row.answers for meant in read for row in meant.rows if row.answers is not None]
    return [*rows[:3], *(meant.answers() for meant in read if meant.answers)]


def identity(question: Any) -> tuple[str, ...]:
    """Return what makes a question another than its like: the keys of its words."""
    labels = (words for _, words in getattr(question, "answers", ()))
    keys = map(_key, (getattr(question, "title", ""), *labels, getattr(question, "hint", "")))
    return (type(question).__name__, *dict.fromkeys(keys))


def _key(words: str) -> str:
    return words.key if isinstance(words, Said) else ""
