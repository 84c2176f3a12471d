"""A limit of its own for an entry, and for an address that is to come."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES

Session = Callable[..., Desk]


def test_an_entry_has_a_limit_of_its_own_until_it_is_taken_away(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("limit_entry", delegation="CHL", seconds=300)
    assert desk.waiting == ["CHL", "BRA"]
    assert desk.refused("limit_entry", delegation="CHL", seconds=300).code == "limit_already"
    assert desk.refused("limit_entry", delegation="MEX", seconds=300).code == "not_waiting"
    desk.tell("change_limit", seconds=60, reason="time presses")
    desk.tell("give_floor")
    assert desk.floor.limit == 300_000
    desk.tell("end_remark")
    desk.tell("limit_entry", delegation="BRA", seconds=10)
    desk.tell("limit_entry", delegation="BRA")
    desk.tell("give_floor")
    assert desk.floor.limit == 60_000


def test_the_limit_of_an_address_is_set_and_taken_away(convene: Session) -> None:
    desk = convene(addresses=ADDRESSES)
    desk.tell("next_moment")
    desk.tell("limit_address", address="host", seconds=420)
    desk.tell("limit_address", address="closing")
    assert desk.refused("limit_address", address="closing").code == "limit_already"
    desk.tell("begin_address")
    assert desk.floor.limit == 420_000
    assert desk.refused("limit_address", address="host", seconds=60).code == "address_given"
    desk.tell("end_remark")
    desk.tell("begin_address", address="secretary", limit_seconds=90)
    assert desk.floor.limit == 90_000
    desk.tell("end_remark")
    desk.tell("begin_address", address="closing", reason="now")
    assert desk.floor.limit is None
