"""Who comes next in every moment: of a session, of its own business, of the addresses."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tipfloor.hall.looking import seen
from tipfloor.hall.state import Listed, State
from tipfloor.standing.outlook import look


def state(desk: Desk) -> State:
    return seen(look(desk.proceedings), "en")


def listed(desk: Desk) -> Listed:
    found = state(desk).list
    assert found is not None
    return found


def names(desk: Desk) -> list[str]:
    return [one.name for one in listed(desk).next]


def test_a_moment_without_a_session_has_a_list_of_its_own(convene: Callable[..., Desk]) -> None:
    desk = convene(addresses=ADDRESSES)
    desk.tell("go_to_moment", moment="closing", reason="straight to it")
    desk.tell("strike_address", address="closing", reason="not today")
    assert state(desk).list is None
    for code in ("BRA", "CHL"):
        desk.tell("inscribe", delegation=code)
    assert names(desk) == ["Brazil", "Chile"]
    assert (listed(desk).waiting, listed(desk).open, listed(desk).address) == (2, True, False)
    assert state(desk).words.waiting == "2 waiting, list open"
    desk.tell("give_floor")
    assert names(desk) == ["Chile"]
    assert state(desk).session is None


def test_addresses_come_before_the_list_of_their_moment(convene: Callable[..., Desk]) -> None:
    desk = convene(addresses=ADDRESSES)
    desk.tell("go_to_moment", moment="opening", reason="straight to it")
    desk.tell("inscribe", delegation="CHL")
    assert names(desk) == ["Representative of the host country", "Secretary General", "Chile"]
    assert (listed(desk).address, listed(desk).waiting) == (True, 1)
    desk.tell("call", delegation="CHL")
    assert listed(desk).called is not None
    assert not listed(desk).address, "whoever was called comes before them"


def test_whoever_is_called_is_counted_as_at_the_desk_and_stands_above_the_next(
    session: Callable[..., Desk],
) -> None:
    desk = session("BRA", "CHL")
    desk.tell("call")
    assert names(desk) == ["Chile"]
    assert listed(desk).waiting == 2
    assert state(desk).words.waiting == "2 waiting, list open"
