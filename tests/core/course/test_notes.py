from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


@pytest.mark.parametrize("note", ["note", "interlude", "outage"])
def test_a_note_is_kept_and_changes_neither_list_nor_clock(session: Session, note: str) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    floor, waiting = desk.floor, desk.waiting
    [taken] = desk.tell("take_note", text="the webcast stopped", note=note)
    assert (desk.floor, desk.waiting) == (floor, waiting)
    assert desk.proceedings.history[-1].event == taken


def test_an_empty_note_is_refused(session: Session) -> None:
    assert session().refused("take_note", text="  ").code == "reason_missing"
