"""An act has an id, made before it is told: told again, it is not done twice."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store.acts import new_act, read_act
from tipfloor.store.sqlite import SqliteStore

Session = Callable[..., Desk]
ONE, TWO = "018d7a3e-5b2c-7c41-9d0e-2f6a8b1c3d5e", "018d7a3e-5b2c-7c41-9d0e-2f6a8b1c3d5f"


def told(desk: Desk, act_id: str, kind: str, **fields: object) -> tuple[Recorded, ...]:
    act = ACTS[kind].model_validate({"kind": kind, **fields})
    return desk.proceedings.tell(act, act_id=act_id)


def test_told_again_it_does_nothing_and_answers_as_the_first_time(session: Session) -> None:
    desk = session("CHL", "BRA")
    first = told(desk, ONE, "give_floor")
    before = len(desk.proceedings.history)
    assert told(desk, ONE, "give_floor") == first
    assert told(desk.another(), ONE, "give_floor") == first
    assert len(desk.proceedings.history) == before
    assert desk.floor.entry.delegation == "CHL"
    told(desk, TWO, "end_remark")
    assert told(desk, ONE, "give_floor") == first
    assert desk.meeting.floor is None


def test_the_answer_has_what_time_had_brought_about_with_it(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.clock.advance(121_000)
    first = told(desk, ONE, "inscribe", delegation="BRA")
    assert [item.event.kind for item in first] == ["floor_withdrawn", "inscribed"]
    assert [item.told.act for item in first] == [f"{ONE}/due", ONE]
    desk.clock.advance(500_000)
    assert told(desk.another(), ONE, "inscribe", delegation="BRA") == first


def test_a_lost_answer_is_asked_for_again_while_another_desk_goes_on(session: Session) -> None:
    desk = session("CHL", "BRA")
    other = desk.another()
    first = told(other, ONE, "give_floor")
    other.tell("end_remark")
    other.tell("give_floor")
    assert told(desk, ONE, "give_floor") == first
    assert desk.floor.entry.delegation == "BRA"


def test_a_refused_act_is_judged_again_and_noted_once(session: Session) -> None:
    desk = session(check_in_required=True)
    for _ in range(2):
        with pytest.raises(Refused, match="check_in"):
            told(desk, ONE, "inscribe", delegation="BRA")
    kinds = [item.event.kind for item in desk.proceedings.history]
    assert kinds.count("attempt_stopped") == 1
    assert desk.proceedings.history[-1].told.act == f"{ONE}/refused"
    desk.tell("check_in", delegation="BRA")
    [inscribed] = told(desk, ONE, "inscribe", delegation="BRA")
    assert told(desk, ONE, "inscribe", delegation="BRA") == (inscribed,)


def test_events_of_one_act_share_its_id_and_are_undone_together(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    raised = told(desk, ONE, "point_of_order", delegation="BRA")
    assert {item.told.act for item in raised} == {ONE}
    assert [item.event.kind for item in raised] == ["point_raised", "clock_paused"]
    desk.tell("undo")
    assert not desk.meeting.points
    assert desk.floor.pause is None


def test_what_another_act_brought_to_an_end_stays_ended_when_that_act_is_undone(
    session: Session,
) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.clock.advance(125_000)
    kinds = [event.kind for event in desk.tell("give_floor")]
    assert kinds[-2:] == ["speaker_stopped", "floor_given"]
    desk.tell("undo")
    assert desk.meeting.floor is None
    assert desk.times(desk.last) == (120_000, 0, 5_000)


def test_each_row_says_who_told_it_and_when(session: Session) -> None:
    desk = session("CHL")
    desk.clock.advance(1_250)
    named = Proceedings(SqliteStore(desk.record), desk.clock, "desk 2")
    [given] = named.tell(ACTS["give_floor"].model_validate({"kind": "give_floor"}))
    named.close()
    assert (given.told.by, given.told.at) == ("desk 2", "2024-02-05T16:00:01.250Z")
    desk.proceedings.follow()
    assert desk.proceedings.history[-1] == given
    assert {item.told.by for item in desk.proceedings.history[:-1]} == {"tell"}


def test_ids_are_uuids_that_sort_by_time() -> None:
    made = [new_act(milliseconds) for milliseconds in (1, 2, 1_700_000_000_000, 1_700_000_000_001)]
    assert made == sorted(made)
    assert [read_act(one) for one in made] == made
    assert {one[14] for one in made} == {"7"}
    assert {one[19] for one in made} <= set("89ab")
    assert read_act(ONE.upper()) == ONE
    for other in ("", "1", "x" * 36, ONE[:-1], f"{ONE}/due", "{" + ONE + "}"):
        assert read_act(other) is None
