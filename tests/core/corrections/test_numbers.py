"""A number once given to a remark stays with it, also when the remark is undone."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from tests.helpers.desk import Desk
from tipfloor.core.corrections.void import void_remarks
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.store import Unsealed
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words.narration import Narrator

Session = Callable[..., Desk]


def spoken(desk: Desk, delegation: str) -> None:
    desk.tell("inscribe", delegation=delegation)
    desk.tell("give_floor")
    desk.clock.advance(20_000)
    desk.tell("end_remark")


def numbers(desk: Desk) -> list[int]:
    return [remark.number for remark in desk.meeting.all_remarks]


BEGUN = {
    "give_floor": {},
    "submit_in_writing": {"delegation": "BRA"},
    "enter_remark": {
        "delegation": "MEX",
        "given_at": "11:00:00",
        "ended_at": "11:00:05",
        "reason": "the program was down",
    },
}


@pytest.mark.parametrize("kind", BEGUN)
def test_the_number_of_a_remark_undone_is_not_given_again(session: Session, kind: str) -> None:
    desk = session()
    desk.clock.advance(60_000)
    spoken(desk, "CHL")
    desk.tell("inscribe", delegation="BRA")
    desk.tell(kind, **BEGUN[kind])
    desk.tell("undo", reason="a slip")
    spoken(desk, "DMA")
    assert numbers(desk) == [1, 3]
    assert list(desk.meeting.void.values()) == [2]
    history = desk.proceedings.history
    assert [void.number for void in void_remarks(history, desk.meeting.void)] == [2]


def test_the_number_of_an_address_undone_is_not_given_again(convene: Session) -> None:
    desk = convene(addresses=(AddressPlan(code="welcome", moment="registration", office="Host"),))
    for _ in range(2):
        desk.tell("begin_address", address="welcome")
        desk.tell("undo")
    desk.tell("begin_address", address="welcome")
    assert numbers(desk) == [3]


def test_numbers_are_the_same_whenever_the_record_is_read(session: Session) -> None:
    desk = session("CHL", "BRA")
    for _ in range(3):
        desk.tell("give_floor")
        desk.tell("undo")
    desk.tell("give_floor")
    other = desk.another()
    assert numbers(other) == numbers(desk) == [4]
    assert other.meeting == desk.meeting


def test_whoever_names_it_by_number_is_told_that_it_was_undone(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("undo")
    desk.tell("give_floor")
    for kind, fields in (
        ("correct", {"number": 1, "delegation": "MEX", "reason": "x"}),
        ("mark", {"mark": "reminded_of_topic", "number": 1}),
        ("inscribe", {"delegation": "MEX", "remark_kind": "reply", "replies_to": 1}),
    ):
        assert desk.refused(kind, **fields).code == "remark_undone"
        assert desk.refused(kind, **{**fields, _named(fields): 9}).code == "no_remark"


def _named(fields: dict[str, object]) -> str:
    return "number" if "number" in fields else "replies_to"


def test_the_log_names_a_void_remark_by_its_number(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("mark", mark="reminded_of_topic")
    for _ in range(2):
        desk.tell("undo")
    lines = Narrator(desk.proceedings.history, desk.meeting).lines()
    assert "?" not in " ".join(line.text for line in lines)


def test_a_record_in_which_a_number_was_given_again_keeps_its_numbers(session: Session) -> None:
    """Files made then have them."""
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    last = desk.proceedings.history[-1]
    body = json.dumps({"at": to_builtins(last.event.at)})
    undone = body[:-1] + f', "kind": "act_undone", "undone": [{last.position}], "reason": null}}'
    store = SqliteStore(desk.record)
    store.append(last.position, [Unsealed("act_undone", 1, undone)])
    store.close()
    desk.tell("give_floor")
    assert (numbers(desk), desk.meeting.void) == ([1], {})
    desk.tell("undo")
    desk.tell("give_floor")
    assert numbers(desk) == [2]


ACTS = st.sampled_from(
    ["give_floor", "end_remark", "submit_in_writing", "undo", "enter_remark", "inscribe", "wait"]
)


@given(acts=st.lists(ACTS, max_size=25))
def test_no_number_is_ever_given_to_two_remarks(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    desk = Desk.in_session(tmp_path_factory.mktemp("numbers"), "CHL", "BRA", "DMA")
    given_to: dict[int, int] = {}
    for kind in acts:
        desk.clock.advance(7_000)
        fields = {"delegation": "MEX"} if kind == "inscribe" else BEGUN.get(kind, {})
        try:
            if kind != "wait":
                desk.tell(kind, **fields)
        except Refused:
            continue
        for remark in desk.meeting.all_remarks:
            assert given_to.setdefault(remark.number, remark.id) == remark.id
        for remark_id, number in desk.meeting.void.items():
            assert given_to.setdefault(number, remark_id) == remark_id
    desk.close()
