"""Every key in every phase of the floor: what it may have written, and that it wrote nothing else.

Each key is pressed without an answer to what it may ask.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.deeds.hand_at_work import HandAtWork, at_work
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.desk.keys import KEYS

Bring = Callable[[HandAtWork], object]


def speaking(hand: HandAtWork) -> None:
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
