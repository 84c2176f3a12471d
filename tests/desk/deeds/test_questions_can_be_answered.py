"""No deed asks a question whose every answer would be refused: it says why at once instead.

Each deed is done in each phase of the floor by a hand that tells nothing. Where it asks, answers of
each sort are tried one behind the other until one is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.deeds.hand_at_work import HandAtWork, at_work
from tests.desk.deeds.test_keys_in_every_phase import TO
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.instant import Instant, Phase
from tipfloor.core.ground.refusal import Refused
from tipfloor.desk.deeds.doing import do
from tipfloor.desk.deeds.registry import DEEDS
from tipfloor.desk.question import AskChoice, AskTally, AskText, FindInLog, Question
from tipfloor.desk.questions import question_for
from tipfloor.desk.tones import Tone
from tipfloor.desk.typed.by_typing import AskByTyping

TEXTS = ("5", "14:00-15:30", "NIC", "en", "Something")
NAMES = ("", "mex", "bra", "chl", "ury", "usa", "mex, per", "1")

TAKEN = {
    "load_list": "takes the name of a file that is there",
    "enter_remark": "takes times at which the floor was free",
}
"""Deeds for whose answers more is needed than words, and what."""

DEEPEST, MOST = 8, 400
"""Questions one behind the other, and answers tried of each deed."""


class Trying:
    """A hand that tells nothing; it keeps whether what was told or said was a refusal."""

    def __init__(self, hand: HandAtWork) -> None:
        self._hand = hand
        self.waiting: list[tuple[Question[Any], Callable[[Any], object]]] = []
        self.refused: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hand, name)

    def tell(self, act: Act, at: Instant | None = None, then: object = None) -> bool:
        try:
            act.decide(self.meeting, at or self.now())
        except Refused as why:
            ask = question_for(act, why, self)
            if ask and len(self.waiting) < DEEPEST:
                ask(self.tell)
            else:
                self.refused.append(why.code)
            return False
        return True

    def tell_each(self, acts: list[Act]) -> None:
        for act in acts:
            self.tell(act)

    def ask(self, question: Question[Any], answered: Callable[[Any], object], *left: Any) -> None:
        self.waiting.append((question, answered))

    def notice(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        if tone == "refusal":
            self.refused.append(words)

    def do(self, name: str) -> None:
        do(self, name)


def done(hand: HandAtWork, name: str, answers: tuple[Any, ...] = ()) -> Trying:
    """Return the hand behind a deed and so many answers."""
    trying = Trying(hand)
    do(trying, name)
    for answer in answers:
        trying.waiting.pop()[1](answer)
    return trying


def answers_to(question: Question[Any]) -> Iterator[Any]:
    if isinstance(question, AskChoice):
        yield from (value for value, _ in question.answers)
    elif isinstance(question, AskText):
        yield from TEXTS[:1] if question.number else TEXTS
    elif isinstance(question, AskTally):
        yield (20,) + (1,) * (len(question.columns) - 1)
        yield (1,) * len(question.columns)
    elif isinstance(question, AskByTyping):
        for typed in NAMES:
            meant = question.read(typed, frozenset())
            yield from (row.answers for row in meant.rows if row.answers is not None)
            if meant.answers:
                yield meant.answers()


def is_taken(hand: HandAtWork, name: str, answers: tuple[Any, ...], left: list[int]) -> bool:
    """Tell whether some answers to what a deed asks, behind those given, are taken."""
    trying = done(hand, name, answers)
    if not trying.waiting or isinstance(trying.waiting[-1][0], FindInLog):
        return not trying.refused
    if len(answers) >= DEEPEST:
        return False
    for answer in answers_to(trying.waiting[-1][0]):
        left[0] -= 1
        if left[0] > 0 and is_taken(hand, name, (*answers, answer), left):
            return True
    return False


def in_vain(hand: HandAtWork) -> list[str]:
    """Return the deeds that ask something of which every answer would be refused."""
    asking = (name for name in DEEDS if name not in TAKEN and done(hand, name).waiting)
    return [name for name in asking if not is_taken(hand, name, (), [MOST])]


@pytest.mark.parametrize("phase", TO)
def test_what_is_asked_can_be_answered(phase: Phase, tmp_path: Path) -> None:
    with at_work(tmp_path, "BRA", "CHL", "URY") as hand:
        TO[phase](hand)
        assert in_vain(hand) == []


@pytest.mark.parametrize("still", [Phase.SUSPENDED, Phase.CLOSED, Phase.INTERLUDE])
@pytest.mark.parametrize("moment", ["opening_ceremony", "election_of_authorities", "adoption"])
def test_what_is_asked_in_a_moment_of_decision_can_be_answered(
    moment: str, still: Phase, tmp_path: Path
) -> None:
    with at_work(tmp_path, moment=moment) as hand:
        TO[still](hand)
        assert in_vain(hand) == []


def test_what_is_never_tried_is_a_deed() -> None:
    assert set(TAKEN) <= set(DEEDS)


def test_no_reason_is_asked_for_what_is_refused_with_one_too(tmp_path: Path) -> None:
    with at_work(tmp_path, "BRA") as hand:
        hand.do("enter_remark")
        hand.type("mex")
        hand.answer("introductory", "11:00:00", "10:59:00")
        assert not hand.waiting
        assert hand.notices == ["A remark cannot end before it begins. Look at both times."]


def test_a_reason_is_asked_for_where_only_that_lacks(tmp_path: Path) -> None:
    with at_work(tmp_path, "BRA", "CHL") as hand:
        hand.told("begin_interlude", what="film")
        hand.clock.advance(60_000)
        hand.told("end_interlude")
        hand.do("enter_remark")
        hand.type("mex")
        hand.answer("introductory", "11:00:05", "11:00:40")
        assert hand.title == "Entered by hand: for what reason?"
