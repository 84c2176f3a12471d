from collections.abc import Callable

from msgspec.structs import asdict

from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.plan.plan import Plan

Session = Callable[..., Desk]


def adopted(desk: Desk, plan: Plan) -> None:
    desk.tell("adopt_plan", plan=plan)
    assert desk.meeting.filed_plan == plan


def less(plan: Plan, code: str) -> Plan:
    kept = tuple(item for item in plan.delegations if item.code != code)
    return Plan.model_validate({**asdict(plan), "delegations": kept})


def test_a_record_is_complete_by_itself(convene: Session) -> None:
    desk = convene(limit_seconds=90)
    assert desk.another().meeting.plan == small_plan(limit_seconds=90)


def test_a_changed_file_is_adopted(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    adopted(desk, small_plan(limit_seconds=60, at_limit="alert"))
    assert desk.floor.limit == 120_000
    desk.clock.advance(120_000)
    assert desk.floor.withdrawn
    desk.tell("give_floor")
    assert desk.floor.limit == 60_000
    assert desk.another().floor.limit == 60_000


def test_a_session_added_at_the_desk_outlives_the_adoption(session: Session) -> None:
    desk = session()
    desk.tell("add_session", session="new", title="New", topic="New")
    adopted(desk, small_plan(limit_seconds=60))
    assert desk.meeting.plan.session("new") is not None


def test_who_is_in_use_cannot_be_left_out(session: Session) -> None:
    desk = session("CHL", "BRA", "URY")
    desk.tell("give_floor")
    desk.tell("withdraw", delegation="URY")
    for code in ("CHL", "BRA", "URY"):
        refused = desk.refused("adopt_plan", plan=less(small_plan(), code))
        assert (refused.code, refused.facts) == ("plan_in_use", {"missing": code})
    adopted(desk, less(small_plan(), "JAM"))
    assert desk.refused("inscribe", delegation="JAM").code == "unknown_delegation"


def test_names_that_look_like_something_else_are_plain_text(session: Session) -> None:
    hostile = {"CHL": '=cmd|"/c calc"!A1', "BRA": "[bold]x[/] [@click=app.quit]y[/]"}
    desk = session("CHL", "BRA", names=hostile)
    desk.tell("give_floor")
    assert desk.refused("give_floor").facts["delegation"] == hostile["CHL"]
    reason = "line\nbreak \x1b[31m \u202e \0 ' ; DROP TABLE events; --"
    desk.tell("pause", reason=reason)
    again = desk.another()
    assert again.floor.pauses[0].reason == reason
    assert again.meeting.plan.name_of("BRA") == hostile["BRA"]
