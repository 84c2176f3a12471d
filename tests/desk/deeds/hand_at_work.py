"""A hand on a real record without a screen: deeds are done with it, and it keeps what came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from tests.helpers.hand_clock import HandClock
from tests.helpers.hand_recorder import HandRecorder
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds import rooms  # noqa: F401  (it brings every deed)
from tipfloor.desk.deeds.doing import do
from tipfloor.desk.delivering import Delivery
from tipfloor.desk.export_job import Order
from tipfloor.desk.question import AskChoice, Question, View
from tipfloor.desk.tones import Tone
from tipfloor.desk.typed.by_typing import AskByTyping
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.pending import Then
from tipfloor.standing.outlook import Outlook, look
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore


class Asked(NamedTuple):
    """A question that waits, and what follows its answer or its end without one."""

    question: Question[Any]
    answered: Callable[[Any], object]
    left: Callable[[], object] | None


class HandAtWork:
    """Keeps what was asked, said and shown; the newest question is on top, and is answered."""

    def __init__(self, record: LiveProceedings, clock: HandClock) -> None:
        self.record = record
        self.clock = clock
        self.writing = ""
        self.last_written: Order | None = None
        self.waiting: list[Asked] = []
        self.notices: list[str] = []
        self.shown: list[View] = []
        self.orders: list[Order] = []
        self.is_left = False
        self.has_colours, self.grounds_turned, self.sounds_turned = True, 0, 0
        self._place = 0
        self._delivery = Delivery(self, record)

    # What a deed may do.

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    @property
    def outlook(self) -> Outlook | None:
        return look(self.record)

    @property
    def selected(self) -> Entry | None:
        entries = self.meeting.speakers().waiting
        return entries[self._place] if self._place < len(entries) else None

    def now(self) -> Instant:
        return self.record.now()

    def tell(self, act: Act, at: Instant | None = None, then: Then | None = None) -> bool:
        return self._delivery.tell(act, at, then)

    def tell_each(self, acts: Sequence[Act]) -> None:
        self._delivery.tell_each(acts)

    def ask(
        self,
        question: Question[Any],
        answered: Callable[[Any], object],
        left: Callable[[], object] | None = None,
    ) -> None:
        self.waiting.append(Asked(question, answered, left))

    def notice(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        self.notices.append(words)

    def show(self, view: View) -> None:
        self.shown.append(view)

    def turn_ground(self) -> bool:
        self.grounds_turned += 1
        return self.has_colours

    def turn_sound(self) -> str:
        self.sounds_turned += 1
        return "turned"

    def select(self, by: int) -> None:
        self._place = max(0, self._place + by)

    def do(self, name: str) -> None:
        do(self, name)
        self.saved()

    def write(self, order: Order) -> None:
        self.orders.append(order)

    def leave(self, *, unless_typed: bool = False) -> None:
        self.is_left = True

    def answered(self) -> None:
        """Nothing stood before it that it answers."""

    def refused(self) -> None:
        """Nothing is drawn."""

    def take_back(self, words: str) -> None:
        self.notices = [said for said in self.notices if said != words]

    # What a test does with it.

    @property
    def question(self) -> Question[Any]:
        """The question on top."""
        return self.waiting[-1].question

    @property
    def title(self) -> str:
        """The words of the question on top."""
        return str(getattr(self.question, "title", ""))

    @property
    def floor(self) -> str:
        """Who has the floor, empty where nobody has."""
        return self.meeting.floor.entry.delegation if self.meeting.floor else ""

    @property
    def names(self) -> list[str]:
        """Who waits on the list."""
        return [entry.delegation for entry in self.meeting.speakers().waiting]

    @property
    def last(self) -> Any:
        """The last event."""
        return self.record.history[-1].event

    def answer(self, *given: Any) -> None:
        """Answer the question on top, then those that follow; a choice by one of its values."""
        for answer in given:
            asked = self.waiting.pop()
            if isinstance(asked.question, AskChoice):
                offered = {value for value, _ in asked.question.answers}
                assert answer in offered | set(asked.question.shortcuts.values()), offered
            asked.answered(answer)
            self.saved()

    def type(self, line: str, *switches: str) -> None:
        """Answer a question by typing a line, which has to be clear."""
        question = self.question
        assert isinstance(question, AskByTyping)
        meant = question.read(line, frozenset(switches))
        row = None if meant.selected is None else meant.rows[meant.selected]
        if row is not None:
            self.answer(row.answers)
        else:
            assert meant.answers, meant.lacks
            self.answer(meant.answers())

    def escape(self) -> None:
        """Leave the question on top without an answer."""
        if left := self.waiting.pop().left:
            left()
            self.saved()

    def told(self, kind: str, **fields: Any) -> None:
        """Tell an act without a deed."""
        assert self.tell(ACTS[kind].model_validate({"kind": kind, **fields}))
        self.saved()

    def saved(self) -> None:
        """Let the record take all that was told."""
        recorder = self.record._recorder
        assert isinstance(recorder, HandRecorder)
        while recorder.step():
            self.record.take()


@cache
def real_plan() -> Plan:
    """Return the plan of the Seventh Meeting, which asks for no quorum here."""
    plan = read_plan(Path(__file__).parents[3] / "sessions.toml")
    rules = {"quorum_to_decide": 0, "quorum_to_vote": 0}
    return replace(plan, rules=replace(plan.rules, **rules))


@contextmanager
def at_work(
    folder: Path, *waiting: str, moment: str = "", session: str = "introductory"
) -> Iterator[HandAtWork]:
    """Give a hand in a session with delegations on its list, or in a moment without one."""
    record, clock = folder / "meeting.tipfloor", HandClock()
    assert create(record, convening(real_plan(), clock))
    with closing(Proceedings(SqliteStore(record), clock).live(HandRecorder)) as live:
        hand = HandAtWork(live, clock)
        for kind, fields in _first(waiting, moment, session):
            hand.told(kind, **fields)
        hand.notices.clear()
        yield hand


def _first(
    waiting: Iterable[str], moment: str, session: str
) -> Iterator[tuple[str, dict[str, str]]]:
    if moment == real_plan().moments[0].code:
        return
    if moment:
        yield "go_to_moment", {"moment": moment, "reason": "a test"}
        return
    yield "open_session", {"session": session, "reason": "a test"}
    for code in waiting:
        yield "inscribe", {"delegation": code}
