"""The chair's words at each state of the floor, and the reminder of a forgotten start."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.standing.chair.between import time_in_words
from tipfloor.standing.chair.reminder import reminder
from tipfloor.standing.chair.sentence import chair_lines, gives_to, sentence
from tipfloor.standing.outlook import look

Session = Callable[..., Desk]


def said(desk: Desk) -> str:
    return sentence(look(desk.proceedings))


def test_gives_the_floor_thanks_and_says_who_is_next(session: Session) -> None:
    desk = session("BRA", "CHL", "JAM")
    assert said(desk) == "I give the floor to Brazil. You have two minutes."
    desk.tell("give_floor")
    assert said(desk) == "Brazil has the floor. Chile may prepare."
    desk.clock.advance(95_000)
    assert said(desk) == "I ask Brazil to conclude."
    desk.tell("end_remark")
    assert said(desk) == "I thank Brazil. I give the floor to Chile. You have two minutes."


def test_time_that_is_up_ends_the_floor_in_words(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.clock.advance(121_000)
    desk.proceedings.keep_time()
    assert said(desk) == "Time is up: I thank Brazil. Are there further requests for the floor?"


def test_a_clock_that_stands_and_a_meeting_that_stands(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("pause", reason="no sound")
    assert said(desk) == "The clock stands. Brazil keeps the floor."
    desk.tell("resume")
    desk.tell("end_remark")
    desk.tell("adjourn", resumes="tomorrow at ten")
    assert said(desk) == "The meeting is adjourned until tomorrow at ten."


def test_a_point_of_order_comes_before_whoever_is_next(session: Session) -> None:
    desk = session("BRA", "CHL")
    desk.tell("point_of_order", delegation="MEX")
    assert said(desk) == "Mexico has asked for the floor on a point of order. Please state it."
    assert gives_to(look(desk.proceedings)) is None


def test_the_entry_to_which_the_floor_is_given_is_the_one_that_is_named(session: Session) -> None:
    desk = session("BRA", "CHL")
    entry = gives_to(look(desk.proceedings))
    assert entry is not None
    assert entry.delegation == "BRA"
    desk.tell("give_floor")
    assert gives_to(look(desk.proceedings)) is None


def test_reminds_of_a_start_that_may_be_forgotten(session: Session) -> None:
    desk = session("BRA", remind_after_seconds=20)
    assert not reminder(look(desk.proceedings))
    desk.clock.advance(21_000)
    told = reminder(look(desk.proceedings))
    assert told.text == "▷ nobody has had the floor for 0:21"
    assert {span.role for span in told.spans} == {"warning"}


def test_whoever_spoke_is_thanked_for_a_minute(session: Session) -> None:
    desk = session("BRA", "CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.clock.advance(60_000)
    assert said(desk).startswith("I thank Brazil. I give the floor to Chile.")
    desk.clock.advance(1)
    assert said(desk) == "I give the floor to Chile. You have two minutes."


def test_leads_on_from_a_list_that_is_done(session: Session) -> None:
    desk = session()
    assert said(desk) == "Who wishes to speak? The floor is open on: The topic of technology."
    desk.tell("inscribe", delegation="DOM")
    assert said(desk) == "I give the floor to the Dominican Republic. You have two minutes."
    desk.tell("give_floor")
    assert said(desk) == "The Dominican Republic has the floor."
    desk.tell("end_remark")
    assert said(desk) == (
        "I thank the Dominican Republic. Are there further requests for the floor?"
    )
    desk.tell("close_list")
    assert said(desk) == (
        "I thank the Dominican Republic. I see no further requests for the floor. "
        "I open the session on climate. Its topic: The topic of climate."
    )
    desk.tell("open_session", session="climate")
    desk.tell("close_list")
    desk.clock.advance(61_000)
    assert said(desk).startswith("I see no further requests for the floor. We come to document S/")


def test_it_is_so_decided_once_nobody_objected(session: Session) -> None:
    desk = session()
    desk.tell("end_session")
    desk.tell("open_session", session="climate")
    desk.tell("end_session")
    asked = "We come to document S/doc.1, “Work plan”. Are there objections to its adoption?"
    assert said(desk) == asked
    desk.tell("adopt_document", document="plan", insist=True)
    assert said(desk) == "It is so decided. We come to the closing."


def test_the_point_is_kept_where_there_is_no_room(session: Session) -> None:
    desk = session("BRA", "DOM")
    desk.tell("give_floor")
    desk.tell("end_remark")
    told = [line.text for line in chair_lines(look(desk.proceedings))]
    assert told == [
        f"Chair: “{told}”"
        for told in (
            "I thank Brazil. I give the floor to the Dominican Republic. You have two minutes.",
            "I give the floor to the Dominican Republic. You have two minutes.",
            "I give the floor to the Dominican Republic.",
        )
    ]


def test_a_limit_is_spoken_in_words() -> None:
    assert time_in_words(120) == "two minutes"
    assert time_in_words(90) == "one minute and 30 seconds"
    assert time_in_words(1) == "1 second"
