"""Every key in every phase of the floor: what it may have written, and that it wrote nothing else.

Each key is pressed without an answer to what it may ask, then with Escape to all that it asks, and
with the first and with the last of the answers each time, where a text is typed too. What came of
it stands in `goldens/keys_in_PHASE.txt`, a line a key.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest

from tests.desk.deeds.hand_at_work import HandAtWork, at_work
from tests.desk.golden import check_golden
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.desk.keys import KEYS
from tipfloor.desk.question import AskChoice, AskTally, AskText, FindInLog

Bring = Callable[[HandAtWork], object]


def speaking(hand: HandAtWork) -> None:
    hand.clock.advance(10_000)  # in which the floor was free, so that the start can go back
    hand.told("give_floor")
    hand.clock.advance(31_000)


def later(seconds: int) -> Bring:
    def bring(hand: HandAtWork) -> None:
        hand.told("give_floor")
        hand.clock.advance(seconds * 1000)
        hand.record.keep_time()
        hand.saved()

    return bring


def paused(hand: HandAtWork) -> None:
    speaking(hand)
    hand.told("pause")


def planned(hand: HandAtWork) -> None:
    hand.told("begin_address", address="consultation")
    hand.clock.advance(1_000_000)


TO: dict[Phase, Bring] = {
    Phase.FREE: lambda hand: None,
    Phase.CALLED: lambda hand: hand.told("call"),
    Phase.SPEAKING: speaking,
    Phase.WARNING: later(95),
    Phase.LAST_SECONDS: later(115),
    Phase.OVER_TIME: later(125),
    Phase.PAUSED: paused,
    Phase.PLANNED: planned,
    Phase.SUSPENDED: lambda hand: hand.told("suspend"),
    Phase.INTERLUDE: lambda hand: hand.told("begin_interlude", what="film"),
    Phase.CLOSED: lambda hand: hand.told("close_meeting", insist=True, reason="a test"),
}
"""How each phase is reached where Brazil, Chile and Uruguay wait."""

ON = (Phase.SPEAKING, Phase.WARNING, Phase.LAST_SECONDS)
"""The phases of a remark whose clock runs."""

MAY: dict[str, dict[Phase, tuple[str, ...]]] = {
    "give_next": {
        Phase.FREE: ("floor_given",),
        Phase.CALLED: ("floor_given",),
        Phase.OVER_TIME: ("speaker_stopped", "floor_given"),
        Phase.INTERLUDE: ("interlude_ended", "floor_given"),
    },
    "give_selected": {
        Phase.FREE: ("floor_given",),
        Phase.CALLED: ("floor_given",),
        Phase.OVER_TIME: ("speaker_stopped", "floor_given"),
    },
    "suspend": {Phase.SUSPENDED: ("meeting_resumed",)},
    "end": {
        Phase.INTERLUDE: ("interlude_ended",),
        **dict.fromkeys((*ON, Phase.PAUSED, Phase.PLANNED), ("remark_ended",)),
        Phase.OVER_TIME: ("speaker_stopped",),
    },
    "pause": {
        **dict.fromkeys((*ON, Phase.PLANNED), ("clock_paused",)),
        Phase.PAUSED: ("clock_resumed",),
    },
    "point": {**dict.fromkeys((*ON, Phase.PLANNED), ("clock_paused",))},
    "absent": dict.fromkeys(
        (Phase.FREE, Phase.CALLED, Phase.OVER_TIME, Phase.INTERLUDE), ("absent_when_called",)
    ),
    "close_list": dict.fromkeys(set(Phase) - {Phase.CLOSED}, ("list_closed",)),
    "call": dict.fromkeys(
        (Phase.FREE, Phase.CALLED, Phase.OVER_TIME, Phase.INTERLUDE), ("speaker_called",)
    ),
}
"""What a key writes at once, by the phase; all others write nothing before they are answered."""


DEEPEST = 8
"""Questions that one key may ask one after the other."""

STANDS = {"meeting_reopened", "act_undone", "request_refused"}
"""What a key may write although the meeting is closed: nothing that gives the floor or a place."""

LEFT_ALONE = ([], ["clock_paused"], ["clock_paused", "clock_resumed"])
"""What is in the record once a question was left by Escape: `p` and `o` stop the clock first."""

Answer = Callable[[HandAtWork], None]


def escape(hand: HandAtWork) -> None:
    hand.escape()


def answered(place: int) -> Answer:
    """Return what answers with the first or the last answer of those offered."""

    def answer(hand: HandAtWork) -> None:
        asked = hand.question
        if isinstance(asked, AskChoice):
            hand.answer(asked.answers[place][0])
        elif isinstance(asked, AskText):
            hand.answer("5" if asked.number or place == 0 else "14:30")
        elif isinstance(asked, AskTally):
            hand.answer((1,) * len(asked.columns))
        elif isinstance(asked, FindInLog):
            hand.escape()
        else:
            hand.type("mex")

    return answer


WAYS: dict[str, Answer] = {"escape": escape, "first": answered(0), "last": answered(-1)}


def written(hand: HandAtWork, action: str, answer: Answer) -> tuple[bool, list[str]]:
    """Return whether a key asked anything, and what it wrote with these answers."""
    before = len(hand.record.history)
    hand.do(action)
    asked = bool(hand.waiting)
    for _ in range(DEEPEST):
        if hand.waiting:
            answer(hand)
    hand.saved()
    assert not hand.waiting, (action, hand.title)
    return asked, [item.event.kind for item in hand.record.history[before:]]


@pytest.mark.parametrize("phase", Phase)
def test_keys_with_each_answer_write_what_was_found_right(phase: Phase, tmp_path: Path) -> None:
    told: list[str] = []
    with ExitStack() as stack:
        hand: HandAtWork | None = None
        for key, (way, answer) in product(KEYS, WAYS.items()):
            if hand is None:  # a hand that wrote nothing is as it was
                (folder := tmp_path / f"{key.action}_{way}").mkdir()
                hand = stack.enter_context(at_work(folder, "BRA", "CHL", "URY"))
                TO[phase](hand)
            asked, kinds = written(hand, key.action, answer)
            hand = None if kinds else hand
            if asked:
                assert phase is not Phase.CLOSED or set(kinds) <= STANDS, (key.action, way)
                assert way != "escape" or kinds in LEFT_ALONE, (key.action, way)
                told.append(f"{key.shown:<6} {key.action:<13} {way:<7} {', '.join(kinds) or '-'}")
    check_golden(f"keys_in_{phase}", "\n".join(told))


@pytest.mark.parametrize("phase", Phase)
def test_keys_write_what_they_may_and_nothing_else(phase: Phase, tmp_path: Path) -> None:
    for number, key in enumerate(KEYS):
        folder = tmp_path / str(number)
        folder.mkdir()
        with at_work(folder, "BRA", "CHL", "URY") as hand:
            TO[phase](hand)
            assert phase_at(hand.meeting, hand.now()) is phase
            before = len(hand.record.history)
            hand.do(key.action)
            hand.saved()
            wrote = tuple(item.event.kind for item in hand.record.history[before:])
            assert wrote == MAY.get(key.action, {}).get(phase, ()), (key.action, phase)
