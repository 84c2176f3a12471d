from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def ruled(desk: Desk) -> Desk:
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    desk.tell("point_of_order", delegation="MEX")
    desk.tell("rule_on_point", ruling="not sustained")
    return desk


def test_an_appeal_is_voted_on_before_the_speech_resumes(session: Session) -> None:
    """PRACTICE section 4: the appeal is decided by vote; the speech resumes with what was left."""
    desk = ruled(session("CHL", "BRA"))
    desk.tell("appeal", delegation="MEX")
    desk.clock.advance(60_000)
    for kind in ("resume", "appeal", "rule_on_point"):
        fields = {"appeal": {"delegation": "BRA"}, "rule_on_point": {"ruling": "x"}}
        assert desk.refused(kind, **fields.get(kind, {})).code == "appeal_waiting"
    desk.tell("vote_on_appeal", in_favour=5, against=2, abstaining=1)
    desk.tell("resume")
    assert desk.floor.left(desk.clock.now()) == 90_000
    (point,) = desk.meeting.raised
    assert point.appeal is not None
    assert (point.appeal.delegation, point.appeal.outcome) == ("MEX", "upheld")
    assert (point.remark, point.ruling) == (desk.floor.id, "not sustained")
    assert desk.refused("appeal", delegation="BRA").code == "appealed_already"


@pytest.mark.parametrize(
    ("votes", "rule", "outcome"),
    [((3, 3), True, "upheld"), ((3, 3), False, "overturned"), ((2, 3), True, "overturned")],
)
def test_a_tie_upholds_the_ruling_unless_the_rules_say_otherwise(
    session: Session, votes: tuple[int, int], rule: bool, outcome: str
) -> None:
    desk = ruled(session("CHL", tie_upholds_ruling=rule))
    desk.tell("appeal", delegation="BRA")
    desk.tell("vote_on_appeal", in_favour=votes[0], against=votes[1])
    assert desk.meeting.raised[0].appeal is not None
    assert desk.meeting.raised[0].appeal.outcome == outcome


def test_votes_are_counted_and_a_lost_quorum_asks(session: Session) -> None:
    """PRACTICE section 7, case 20."""
    desk = session("CHL", quorum_to_vote=3)
    for code in ("CHL", "MEX"):
        desk.tell("check_in", delegation=code)
    ruled(desk)
    assert desk.refused("vote_on_appeal", in_favour=1, against=0).code == "no_appeal"
    desk.tell("appeal", delegation="MEX")
    assert desk.refused("vote_on_appeal", in_favour=2, against=1).code == "too_many_votes"
    assert desk.refused("vote_on_appeal", in_favour=0, against=0).code == "no_votes"
    assert desk.refused("vote_on_appeal", in_favour=1, against=1).code == "no_quorum"
    desk.tell("vote_on_appeal", in_favour=1, against=1, insist=True)
    assert desk.meeting.raised[0].appeal is not None
    assert desk.meeting.raised[0].appeal.taken.present == 2


def test_there_is_no_appeal_without_a_ruling_and_it_can_be_withdrawn(session: Session) -> None:
    desk = session("CHL")
    assert desk.refused("appeal", delegation="MEX").code == "no_ruling"
    ruled(desk)
    desk.tell("appeal", delegation="MEX")
    desk.tell("withdraw_appeal")
    assert desk.refused("withdraw_appeal").code == "no_appeal"
    desk.tell("resume")


def test_each_act_of_an_appeal_is_undone(session: Session) -> None:
    desk = ruled(session("CHL"))
    desk.tell("appeal", delegation="MEX")
    before = desk.meeting.raised
    desk.tell("vote_on_appeal", in_favour=1, against=3)
    desk.tell("undo")
    assert desk.meeting.raised == before
    desk.tell("undo")
    assert desk.meeting.appealed is None
    desk.tell("undo")
    assert [point.delegation for point in desk.meeting.points] == ["MEX"]
