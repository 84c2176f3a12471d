"""An act that is decided again is about what it was about, whatever its events hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.corrections.overtaking import refuse_if_overtaken
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS


def decided(desk: Desk, kind: str, **fields: object) -> list[Event]:
    """Return the events of an act that is told to nobody."""
    act = ACTS[kind].model_validate({"kind": kind, **fields})
    return act.decide(desk.meeting, desk.clock.now())


def test_an_address_added_is_added_all_the_same_when_others_came_first(
    session: Callable[..., Desk],
) -> None:
    """Its event has a whole planned address, which gets another code where others added one."""
    desk = session("BRA")
    before = decided(desk, "add_address", office="Expert")
    for kind, fields in (("give_floor", {}), ("add_address", {"office": "Guest"})):
        desk.tell(kind, **fields)
        refuse_if_overtaken(before, decided(desk, "add_address", office="Expert"))


def test_a_floor_given_to_one_is_never_given_to_another(session: Callable[..., Desk]) -> None:
    desk = session("BRA", "CHL")
    before = decided(desk, "give_floor")
    refuse_if_overtaken(before, decided(desk, "give_floor"))
    desk.tell("withdraw", delegation="BRA")
    with pytest.raises(Refused, match="act_overtaken"):
        refuse_if_overtaken(before, decided(desk, "give_floor"))
