"""Every kind of event has its line in the log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.ground.event import Event, Recorded
from tipfloor.words.narration import Line, Narrator
from tipfloor.words.series import series

Session = Callable[..., Desk]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    def session(*waiting: str, **rules: Any) -> Desk:
        return Desk.in_session(tmp_path, *waiting, **rules)

    return session


def lines(desk: Desk) -> list[Line]:
    return Narrator(desk.proceedings.history, desk.meeting).last(1000)


def told(desk: Desk, kind: str, **fields: Any) -> list[str]:
    """Do an act and return how the log tells it."""
    number = len(desk.tell(kind, **fields))
    return [line.text for line in lines(desk)[-number:]]


def test_a_kind_without_words_is_told_by_its_name(session: Session) -> None:
    desk = session()
    stranger = Event(kind="something_new", at=desk.clock.now())
    narrator = Narrator(desk.proceedings.history, desk.meeting)
    assert narrator.line(Recorded(99, stranger)).text == "something_new"


def test_the_list_in_words(session: Session) -> None:
    desk = session()
    tell = desk.tell
    assert told(desk, "inscribe", delegation="BRA") == ["Brazil asked for the floor"]
    tell("inscribe", delegation="CHL")
    tell("inscribe", delegation="MEX")
    assert told(desk, "move", delegation="MEX", position=1, reason="leaves early") == [
        "Mexico moved to place 1: leaves early"
    ]
    assert told(desk, "swap", delegation="BRA", other="CHL") == ["Brazil and Chile swapped places"]
    assert told(desk, "cede", delegation="CHL", to="URY") == ["Chile ceded its place to Uruguay"]
    assert told(desk, "withdraw", delegation="MEX") == ["Mexico withdrew"]
    assert told(desk, "call") == ["Uruguay was called"]
    absent = ["Uruguay was absent when called, to the end of the list"]
    assert told(desk, "absent") == absent
    struck = "Uruguay was absent when called, off the list"
    assert told(desk, "absent", delegation="URY") == [struck]
    assert told(desk, "close_list") == ["List of speakers closed"]
    assert told(desk, "inscribe", delegation="CHL", reason="the chair") == [
        "Chile was added to the closed list: the chair"
    ]
    assert told(desk, "reopen_list", reason="asked") == ["List of speakers reopened: asked"]


def test_the_floor_in_words(session: Session) -> None:
    desk = session("BRA", "CHL", extension_seconds=30)
    assert told(desk, "give_floor") == ["Brazil has the floor (2:00)"]
    desk.clock.advance(10_000)
    assert told(desk, "point_of_order", delegation="MEX") == [
        "Mexico raised a point of order",
        "Brazil: clock stopped: point of order",
    ]
    ruling = "Ruling: not in order (point of order of Mexico)"
    assert told(desk, "rule_on_point", ruling="not in order") == [ruling]
    explained = ["The clock was stopped: the microphone"]
    assert told(desk, "explain_pause", reason="the microphone") == explained
    assert told(desk, "resume") == ["Brazil: clock runs on"]
    desk.clock.advance(108_000)
    assert told(desk, "mark", mark="reminded_of_topic") == ["Brazil: reminded of the topic"]
    assert told(desk, "end_remark") == ["Brazil spoke 1:58"]
    desk.clock.advance(10_000)
    desk.tell("give_floor")
    assert told(desk, "back_date", seconds=2.5) == ["Chile: start set 2.5 s earlier"]
    assert told(desk, "extend") == ["Chile: limit extended by 0:30"]
    restarted = ["Chile begins again with the whole time: feedback"]
    assert told(desk, "restart", reason="feedback") == restarted
    desk.clock.advance(152_300)
    assert told(desk, "end_remark") == [
        "Chile: floor withdrawn at 2:30",
        "Chile stopped at +0:02.3",
    ]
    assert lines(desk)[-2].tone == "warning"


def test_the_chair_s_own_ways_in_words(session: Session) -> None:
    desk = session("BRA", "CHL")
    out_of_order = "Chile has the floor (2:00), called before its turn: a flight"
    assert told(desk, "give_floor", delegation="CHL", reason="a flight") == [out_of_order]
    desk.clock.advance(5_000)
    assert told(desk, "end_remark", by="chair") == ["Chile spoke 0:05, ended by the chair"]
    desk.tell("inscribe", delegation="MEX", remark_kind="report")
    desk.tell("withdraw", delegation="BRA")
    assert told(desk, "give_floor") == ["Mexico has the floor"]
    reply = ["Uruguay asked for a reply"]
    assert told(desk, "inscribe", delegation="URY", remark_kind="reply", replies_to=1) == reply
    assert told(desk, "inscribe", delegation="BRA", on_behalf_of=["CHL", "MEX"]) == [
        "Brazil asked for the floor on behalf of Chile and Mexico"
    ]


def test_the_meeting_in_words(session: Session) -> None:
    desk = session("BRA", check_in_required=False)
    assert lines(desk)[0].text.startswith("The meeting was convened: ")
    assert told(desk, "check_in", delegation="BRA") == ["Brazil checked in"]
    assert told(desk, "check_out", delegation="BRA") == ["Brazil left the meeting"]
    assert told(desk, "suspend", reason="lunch") == ["The meeting was suspended: lunch"]
    assert told(desk, "resume_meeting") == ["The meeting was resumed"]
    limit = ["Limit 1:30 from the next remark on: late"]
    assert told(desk, "change_limit", seconds=90, reason="late") == limit
    added = ["Session added: Evening"]
    assert told(desk, "add_session", session="z", title="Evening", topic="T") == added
    assert told(
        desk, "adopt_plan", plan=small_plan(changeover_seconds=5, check_in_required=False)
    ) == ["The changed meeting file was adopted"]
    desk.tell("inscribe", delegation="CHL")
    ended = told(desk, "end_session", waiting="carry_over")[0]
    assert ended.endswith(" left; the names that wait are carried over")
    assert told(desk, "open_session", session="z") == ["Evening opened"]
    left, began = told(desk, "next_moment")
    assert left == "Evening ended"
    assert began == f"V. {desk.meeting.moment_plan.title}"


def test_time_in_words(session: Session) -> None:
    desk = session("BRA", close_list_after_minutes=15)
    desk.clock.advance(900_000)
    desk.clock.jump_wall(-60_000)
    desk.proceedings.keep_time()
    assert {line.text for line in lines(desk)[-2:]} == {
        "List of speakers closed by time",
        "The wall clock was set by -60 s; no duration changes",
    }


def test_a_refusal_stands_out(session: Session) -> None:
    desk = session()
    desk.tell("refuse", delegation="CHL", requested="slides", reason="twelve pages")
    assert lines(desk)[-1].text == "Slides refused to Chile: twelve pages"
    assert lines(desk)[-1].tone == "refusal"


def test_what_was_undone_is_told_and_known_by_its_line(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.clock.advance(5_000)
    desk.tell("end_remark")
    assert told(desk, "undo", reason="a slip") == ["Undone: Brazil ended its remark: a slip"]
    ended, undoing = lines(desk)[-2:]
    assert (ended.undone, ended.tone, ended.text) == (True, "undone", "Brazil ended its remark")
    assert (undoing.undone, undoing.tone) == (False, "plain")


def test_a_line_is_one_row_without_control_characters(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("pause", reason="a\nb\x1b[31m{c}\u202e")
    assert lines(desk)[-1].text == "Brazil: clock stopped: a b�[31m{c}"


def test_the_last_lines_of_a_long_record_are_told_at_once(session: Session) -> None:
    desk = session("BRA")
    (first, *_), meeting = desk.proceedings.history[-1:], desk.meeting
    history = [Recorded(position, first.event) for position in range(1, 10_001)]
    begun = process_time()
    assert len(Narrator(history, meeting).last(50)) == 50
    assert process_time() - begun < 0.05


def test_the_last_lines_are_those_of_the_whole_log(session: Session) -> None:
    """However few are told, what was undone since is told as undone."""
    desk = session("BRA", "CHL")
    acts = ["give_floor", "end_remark", "undo", "undo", "give_floor", "end_remark", "undo"]
    for kind in acts:
        desk.tell(kind)
    history, meeting = desk.proceedings.history, desk.meeting
    every = list(Narrator(history, meeting).lines())
    assert sum(line.undone for line in every) == 3
    for number in range(len(every) + 1):
        assert Narrator(history, meeting).last(number) == every[len(every) - number :]
    assert [Narrator(history, meeting).line(recorded) for recorded in history] == every


def test_the_recommendations_in_words(session: Session) -> None:
    """PRACTICE section 2, row vii."""
    desk = session()
    assert told(desk, "add_recommendation", text="A") == ["Recommendation 1 added"]
    priority = ["Recommendation 2 added, a regional priority"]
    assert told(desk, "add_recommendation", text="B", regional_priority=True) == priority
    for text in "CDEFG":
        desk.tell("add_recommendation", text=text)
    assert told(desk, "amend_recommendation", number=1, text="AA") == ["Recommendation 1 amended"]
    assert told(desk, "amend_recommendation", number=1, text="A", delegation="MEX") == [
        "Recommendation 1 amended as Mexico proposed"
    ]
    assert told(desk, "set_regional_priority", number=1) == [
        "Recommendation 1 is a regional priority"
    ]
    assert told(desk, "set_regional_priority", number=1, regional_priority=False) == [
        "Recommendation 1 is no regional priority"
    ]
    assert told(desk, "approve_recommendation", number=1) == [
        "Recommendation 1 adopted by consensus"
    ]
    vote = {"method": "vote", "in_favour": 3, "against": 1}
    assert told(desk, "approve_recommendation", number=2, **vote) == [
        "Recommendation 2 adopted by a vote, 3-1-0 (3 needed: a majority of those voting)"
    ]
    none = {"method": "vote", "in_favour": 0}
    assert told(desk, "reject_recommendation", number=3, **none) == [
        "Recommendation 3 rejected by a vote, 0-0-0 (1 needed: a majority of those voting)"
    ]
    assert told(desk, "defer_recommendation", number=4, reason="later") == [
        "Recommendation 4 deferred: later"
    ]
    assert told(desk, "reserve_recommendation", number=5, delegation="CHL") == [
        "Recommendation 5 reserved by Chile"
    ]
    assert told(desk, "unreserve_recommendation", number=5, delegation="CHL") == [
        "Recommendation 5 no longer reserved by Chile"
    ]
    assert told(desk, "approve_block", numbers=["5-6"], **vote) == [
        "Recommendations 5 and 6 adopted as a block by a vote, 3-1-0 "
        "(3 needed: a majority of those voting)"
    ]
    assert told(desk, "approve_block") == ["Recommendation 7 adopted by consensus"]
    assert told(desk, "reopen_recommendation", number=7, reason="a slip") == [
        "Recommendation 7 reopened: a slip"
    ]
    assert told(desk, "withdraw_recommendation", number=7, delegation="BRA") == [
        "Recommendation 7 withdrawn by Brazil"
    ]


def test_numbers_in_a_row() -> None:
    for numbers, words in [
        ((1,), "1"),
        ((1, 2), "1 and 2"),
        ((3, 1, 2), "1 to 3"),
        ((1, 2, 4, 5, 6, 7, 8, 9), "1, 2 and 4 to 9"),
        ((), ""),
    ]:
        assert series(numbers) == words
