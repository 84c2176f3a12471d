from collections.abc import Callable

from tests.helpers.desk import Desk

Session = Callable[..., Desk]


def replying(desk: Desk, code: str, number: int | None = None) -> dict[str, object]:
    return {"delegation": code, "remark_kind": "reply", "replies_to": number}


def test_a_reply_names_the_remark_that_it_answers(session: Session) -> None:
    """PRACTICE section 4: the right of reply names the remark that it replies to."""
    desk = session("CHL", "BRA")
    assert desk.refused("inscribe", **replying(desk, "MEX")).code == "reply_to_nothing"
    desk.tell("give_floor")
    refused = desk.refused("inscribe", **replying(desk, "MEX"))
    assert (refused.code, refused.facts["last"]) == ("reply_to_what", "1, Chile")
    assert desk.refused("inscribe", **replying(desk, "CHL", 1)).code == "reply_to_itself"
    assert desk.refused("inscribe", **replying(desk, "MEX", 2)).code == "no_remark"
    desk.tell("close_list")
    desk.tell("inscribe", **replying(desk, "MEX", 1))
    assert desk.entry("MEX").replies_to == desk.floor.id


def test_a_reply_comes_after_the_main_list_unless_with_a_reason(session: Session) -> None:
    """PRACTICE section 4: a list of its own after the main list."""
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", **replying(desk, "MEX", 1))
    assert desk.refused("give_floor", delegation="MEX").code == "reason_missing"
    desk.tell("move", delegation="MEX", position=1, reason="the chair")
    assert desk.refused("give_floor").code == "reason_missing"
    assert desk.refused("call").code == "reason_missing"
    desk.tell("give_floor", reason="it is urgent")
    assert desk.floor.marks == ("out_of_order",)


def test_a_meeting_without_replies_refuses_them_by_its_rules(session: Session) -> None:
    desk = session("CHL", reply_limits_seconds=())
    desk.tell("give_floor")
    assert desk.refused("inscribe", **replying(desk, "MEX", 1)).code == "no_replies"


def test_a_member_that_waits_for_itself_is_named_with_a_joint_statement(session: Session) -> None:
    """PRACTICE section 4: a soft warning when one of them asks again."""
    desk = session("CHL")
    (asked,) = desk.tell("inscribe", delegation="BRA", on_behalf_of=["CHL", "MEX"])
    assert asked.asked_too == ("CHL",)  # type: ignore[attr-defined]
