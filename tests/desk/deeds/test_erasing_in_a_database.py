"""Whoever erases at a desk on a database reads what its server keeps of it."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.desk.deeds.hand_at_work import HandAtWork, real_plan
from tests.helpers.hand_clock import HandClock
from tests.helpers.hand_recorder import HandRecorder
from tests.helpers.postgres_server import Server
from tipfloor.desk.deeds.corrections.blacking import black_out_row
from tipfloor.desk.question import ReadText
from tipfloor.records import open_record
from tipfloor.store import Person

KEPT = "in backups and dumps, in its archived log, and on replicas"


@pytest.fixture
def hand(server: Server) -> Iterator[HandAtWork]:
    clock, where = HandClock(), server.new_record()
    with closing(open_record(where, real_plan(), clock=clock).live(HandRecorder)) as live:
        yield HandAtWork(live, clock)


def test_of_a_person_who_is_forgotten(hand: HandAtWork) -> None:
    person = Person("p1", "BRA", "Osric Vandermolen", "Judge", "office")
    hand.record.keep_person(lambda people: person, lambda kept: None)
    hand.saved()
    hand.do("change_person")
    hand.answer("p1", "forget", "yes")
    assert not hand.record.people
    assert KEPT in _read(hand)


def test_of_a_text_that_is_blacked_out(hand: HandAtWork) -> None:
    hand.told("take_note", text="none of us")
    row = hand.record.history[-1].position
    black_out_row(hand, row)
    hand.answer("yes")
    assert KEPT in _read(hand)


def _read(hand: HandAtWork) -> str:
    [view] = hand.shown
    assert isinstance(view, ReadText)
    return view.text
