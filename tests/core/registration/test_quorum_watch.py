"""The quorum: counted over an explicit base, told when it changes, never a block."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.core.deciding.voters import voters
from tipfloor.core.registration.quorum_watch import QuorumChanged
from tipfloor.words.narration import Narrator

Session = Callable[..., Desk]
RULES = {"quorum_to_open": 1, "quorum_to_decide": 2, "quorum_to_vote": 2, "entitled_to_sit": 3}


def changes(events: object) -> list[tuple[str, bool, int]]:
    assert isinstance(events, list)
    found = [event for event in events if isinstance(event, QuorumChanged)]
    return [(event.purpose, event.met, event.present) for event in found]


def test_each_quorum_is_told_as_it_is_reached(convene: Session) -> None:
    """PRACTICE section 2, row i."""
    desk = convene(**RULES)
    assert changes(desk.tell("check_in", delegation="BRA")) == [("open", True, 1)]
    second = desk.tell("check_in", delegation="CHL")
    assert changes(second) == [("decide", True, 2), ("vote", True, 2)]
    assert changes(desk.tell("check_in", delegation="MEX")) == []


def test_a_quorum_that_is_lost_warns_and_debate_goes_on(session: Session) -> None:
    """PRACTICE section 7, case 20."""
    desk = session(**RULES)
    for code in ("BRA", "CHL"):
        desk.tell("check_in", delegation=code)
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    lost = desk.tell("check_out", delegation="CHL")
    assert changes(lost) == [("decide", False, 1), ("vote", False, 1)]
    line = Narrator(desk.proceedings.history, desk.meeting).last(1)[0]
    assert line.text == "Quorum to vote LOST: 1 of 3 present, 2 needed"
    assert line.tone == "warning"
    assert desk.floor.entry.delegation == "BRA"
    desk.tell("end_remark")
    desk.tell("point_of_order", delegation="BRA")


def test_undoing_who_left_takes_the_warning_back(convene: Session) -> None:
    desk = convene(**RULES)
    desk.tell("check_in", delegation="BRA")
    desk.tell("check_out", delegation="BRA")
    desk.tell("undo")
    assert desk.meeting.checked_in == {"BRA"}
    assert desk.proceedings.history[-1].event.undone == (4, 5)  # type: ignore[attr-defined]
    assert changes(desk.tell("check_out", delegation="BRA")) == [("open", False, 0)]


def test_leaving_registration_without_the_quorum_warns_and_does_not_block(
    convene: Session,
) -> None:
    desk = convene(quorum_to_open=2)
    desk.tell("check_in", delegation="BRA")
    [began] = desk.tell("next_moment")
    assert (began.present, began.needed) == (1, 2)  # type: ignore[attr-defined]
    assert desk.meeting.moment == "opening"
    line = Narrator(desk.proceedings.history, desk.meeting).last(1)[0]
    assert line.text == "II. Opening, without the quorum to open: 1 present, 2 needed"
    assert line.tone == "warning"
    [later] = desk.tell("next_moment")
    assert later.needed is None  # type: ignore[attr-defined]


def test_with_the_quorum_nothing_is_said(convene: Session) -> None:
    desk = convene(quorum_to_open=1)
    desk.tell("check_in", delegation="BRA")
    [began] = desk.tell("next_moment")
    assert began.needed is None  # type: ignore[attr-defined]


def test_an_observer_makes_no_quorum_and_casts_no_vote(convene: Session) -> None:
    """PRACTICE section 7, case 22."""
    desk = convene(quorum_to_open=1)
    events = desk.tell("admit", delegation="OBS", name="An observer", reason="invited")
    assert changes(events) == []
    assert voters(desk.meeting) == 0
    desk.tell("check_in", delegation="BRA")
    assert voters(desk.meeting) == 1


def test_all_who_are_entitled_vote_where_no_roll_is_kept(convene: Session) -> None:
    assert voters(convene(entitled_to_sit=12).meeting) == 12
