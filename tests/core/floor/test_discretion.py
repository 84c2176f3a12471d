"""The discreet clock: a matter of screens for one remark; times and files are as ever."""

from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def test_it_holds_for_one_remark_and_changes_no_time(session: Session) -> None:
    desk = session("BRA", "CHL")
    desk.tell("give_floor")
    desk.tell("discreet")
    assert desk.floor.discreet
    desk.clock.advance(130_000)
    desk.tell("give_floor")
    assert not desk.floor.discreet
    assert desk.last.over_time(desk.clock.now()) == 10_000
    assert desk.last.marks == ()


def test_it_is_switched_off_again(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("discreet")
    desk.tell("discreet", on=False)
    assert not desk.floor.discreet


def test_it_needs_a_remark(session: Session) -> None:
    assert session("BRA").refused("discreet").code == "floor_free"
