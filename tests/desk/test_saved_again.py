"""That everything is saved is said once, and only when nothing waits any more."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.deeds.hand_at_work import HandAtWork, at_work
from tipfloor.proceedings.waiting import LATE, SLOW, Waiting
from tipfloor.store import NotSaved

FULL = NotSaved("not_saved", "meeting.tipfloor", "database or disk is full")
SAID = ["The disk takes writing again: everything is saved."]


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[HandAtWork]:
    with at_work(tmp_path, "BRA", "CHL") as hand:
        yield hand


def see(hand: HandAtWork, waiting: Waiting) -> Sequence[str]:
    """Let the desk see how saving stands, and return what it says by then."""
    outlook = hand.outlook
    assert outlook is not None
    hand._delivery.say_how_saving_stands(replace(outlook, waiting=waiting))
    return hand.notices


@pytest.mark.parametrize("seconds", [0.1, SLOW, LATE])
def test_not_while_acts_wait_on_a_disk_that_takes_writing_again(
    hand: HandAtWork, seconds: float
) -> None:
    acts = hand.record.history[-2:]
    assert see(hand, Waiting(acts, 0.3, FULL)) == []
    assert see(hand, Waiting(acts, seconds)) == []
    assert see(hand, Waiting(acts[1:], seconds)) == []
    assert see(hand, Waiting()) == SAID
    assert see(hand, Waiting()) == SAID


def test_not_of_acts_that_were_only_slow(hand: HandAtWork) -> None:
    assert see(hand, Waiting(hand.record.history[-1:], SLOW)) == []
    assert see(hand, Waiting()) == []


def test_taken_back_once_something_waits_anew(hand: HandAtWork) -> None:
    acts = hand.record.history[-1:]
    see(hand, Waiting(acts, 0.0, FULL))
    assert see(hand, Waiting()) == SAID
    assert see(hand, Waiting(acts, SLOW)) == []
