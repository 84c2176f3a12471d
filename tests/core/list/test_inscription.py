from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.value import Unfit

Session = Callable[..., Desk]


def test_first_asked_stands_first(session: Session) -> None:
    desk = session()
    desk.tell("inscribe", delegation="br")
    desk.clock.advance(1_000)
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["BRA", "CHL"]
    assert desk.entry("CHL").requested_at == desk.clock.now()


def test_dominica_is_not_the_dominican_republic(session: Session) -> None:
    desk = session("DM", "DO")
    assert desk.waiting == ["DMA", "DOM"]


def test_an_unknown_delegation_is_refused(session: Session) -> None:
    desk = session()
    assert desk.refused("inscribe", delegation="ZZZ").code == "unknown_delegation"
    for malformed in ("B", "BRAZ", "B1", "", "BR\n=1"):
        with pytest.raises(Unfit):
            desk.tell("inscribe", delegation=malformed)


def test_one_waiting_entry_per_delegation(session: Session) -> None:
    refused = session("CHL", "BRA").refused("inscribe", delegation="BR")
    assert refused.code == "already_waiting"
    assert refused.facts == {"delegation": "Brazil", "place": 2}


def test_one_turn_where_the_rules_say_one(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    assert desk.refused("inscribe", delegation="CHL").code == "turns_used"
    desk.tell("end_remark")
    assert desk.refused("inscribe", delegation="CHL").code == "turns_used"


def test_a_second_turn_comes_after_all_first_ones(session: Session) -> None:
    desk = session("CHL", "BRA", turns_per_session=2)
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="CHL")
    desk.tell("inscribe", delegation="MEX")
    assert desk.waiting == ["BRA", "MEX", "CHL"]
    assert desk.entry("CHL").turn == 2


def test_a_turn_in_one_session_is_none_in_another(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("open_session", session="climate")
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["CHL"]


def test_a_list_is_kept_before_its_session_opens(convene: Session) -> None:
    desk = convene()
    desk.tell("inscribe", delegation="CHL", session="climate")
    desk.tell("open_session", session="climate", reason="now")
    assert desk.waiting == ["CHL"]
    assert desk.refused("inscribe", delegation="CHL", session="nowhere").code == "unknown_session"


def test_replies_stand_behind_the_list_in_their_own_order(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    desk.tell("inscribe", delegation="URY", remark_kind="reply", replies_to=1)
    desk.tell("inscribe", delegation="MEX")
    assert desk.waiting == ["MEX", "BRA", "URY"]
    refused = desk.refused("inscribe", delegation="SLV", remark_kind="reply", replies_to=2)
    assert refused.code == "no_remark"


def test_the_second_reply_is_shorter_and_the_last(session: Session) -> None:
    """PRACTICE section 4: right of reply, two at most, 2:00 and 1:00."""
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    limits = []
    for _ in range(2):
        desk.tell("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
        desk.tell("give_floor")
        limits.append(desk.floor.limit)
        desk.tell("end_remark")
    assert limits == [120_000, 60_000]
    refused = desk.refused("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    assert refused.code == "replies_used"


def test_a_reply_moved_forward_hides_no_remark(session: Session) -> None:
    desk = session("MEX", "CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    desk.tell("move", delegation="BRA", position=1, reason="the chair")
    desk.tell("inscribe", delegation="CHL", remark_kind="reply", replies_to=1)
    desk.tell("move", delegation="CHL", position=3, reason="the chair")
    assert desk.refused("inscribe", delegation="BRA").code == "already_waiting"
    assert desk.refused("inscribe", delegation="CHL").code == "already_waiting"


def test_a_joint_statement_names_others_once(session: Session) -> None:
    desk = session()
    desk.tell("inscribe", delegation="JAM", on_behalf_of=["DM", "DMA", "BR"], limit_seconds=300)
    assert desk.entry("JAM").on_behalf_of == ("DMA", "BRA")
    refused = desk.refused("inscribe", delegation="CHL", on_behalf_of=["CL"])
    assert refused.code == "same_delegation"
    [event] = desk.tell("inscribe", delegation="BRA")
    assert event.spoken_for_by == "JAM"  # type: ignore[attr-defined]


def test_a_general_report_belongs_in_the_introductory_session(session: Session) -> None:
    """PRACTICE section 1, rule 6: the chair may insist, and that is logged."""
    desk = session()
    refused = desk.refused("inscribe", delegation="CHL", general_report=True)
    assert refused.code == "general_reports"
    assert refused.facts["session"] == "general"
    [insisted] = desk.tell("inscribe", delegation="CHL", general_report=True, insist=True)
    assert insisted.insisted  # type: ignore[attr-defined]
    assert desk.entry("CHL").marks == ("general_report",)
    [there] = desk.tell("inscribe", delegation="BRA", general_report=True, session="general")
    assert not there.insisted  # type: ignore[attr-defined]


def test_a_general_report_after_the_introductory_session(convene: Session) -> None:
    """PRACTICE section 1, rule 6: its list is carried, or the report comes in writing."""
    desk = convene()
    desk.tell("open_session", session="general", reason="x")
    desk.tell("open_session", session="technology", reason="x")
    refused = desk.refused("inscribe", delegation="CHL", general_report=True)
    assert (refused.code, refused.facts["session"]) == ("general_reports_over", "general")
    desk.tell("inscribe", delegation="CHL", general_report=True, session="general")
    desk.tell("open_session", session="general", reason="one more report")
    assert desk.waiting == ["CHL"]
    desk.tell("inscribe", delegation="BRA", general_report=True)
    refused = desk.refused("inscribe", delegation="MEX", general_report=True, session="climate")
    assert refused.code == "general_reports"


def test_general_reports_are_free_where_the_rules_say_so(session: Session) -> None:
    """PRACTICE section 1, rule 6 is soft, and a setting."""
    desk = session(general_reports_in_introductory_only=False)
    [free] = desk.tell("inscribe", delegation="CHL", general_report=True)
    assert not free.insisted  # type: ignore[attr-defined]


def test_re_inscription_is_linked_to_the_former_entry(session: Session) -> None:
    desk = session("CHL", "BRA")
    former = desk.entry("CHL").id
    desk.tell("withdraw", delegation="CHL")
    desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == ["BRA", "CHL"]
    assert desk.entry("CHL").former == former


def test_a_waiting_entry_never_touches_the_running_clock(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX", "URY")
    desk.tell("give_floor")
    floor = desk.floor
    desk.clock.advance(1_000)
    desk.tell("inscribe", delegation="JAM")
    desk.tell("move", delegation="URY", position=1, reason="the chair")
    desk.tell("swap", delegation="BRA", other="MEX")
    desk.tell("cede", delegation="BRA", to="DOM")
    desk.tell("withdraw", delegation="MEX")
    desk.tell("close_list")
    assert desk.floor == floor
