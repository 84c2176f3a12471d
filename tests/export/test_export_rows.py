"""What the rows say of the remarks that are not plain sailing, and of who was not heard."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.play import PLAN, Play
from tipfloor.export import take
from tipfloor.export.list.unheard import not_heard, refusals
from tipfloor.export.rows import Row, rows

InSession = Callable[..., Play]


def row(play: Play, number: int = 1) -> Row:
    snapshot = take(play.proceedings)
    return rows(snapshot)[number - 1]


def unheard(play: Play) -> list[tuple[str, str]]:
    return [(item.delegation_code, item.why_text) for item in not_heard(take(play.proceedings))]


def test_whoever_talks_on_is_marked_until_the_desk_says_stopped(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(123.4)
    talking = row(play)
    assert (talking.ended_by, talking.marks) == ("time_limit", ("still_talking",))
    assert (talking.ended_by_text, talking.marks_text) == ("time limit", ("still talking",))
    assert (talking.speaking_seconds, talking.overtime_seconds) == (120, 3.4)
    assert talking.ended_at == "2024-02-05T11:02:00.000-05:00"
    play.act("end_remark")
    assert row(play).marks == ()


def test_over_time_shows_before_the_desk_has_recorded_it(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.clock.advance(121_000)
    assert row(play).ended_by == "time_limit"


def test_a_pause_that_is_on_counts_as_paused(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(10)
    play.act("pause")
    play.wait(7)
    assert (row(play).speaking_seconds, row(play).paused_seconds) == (10, 7)


def test_a_report_without_a_limit_has_no_allotment(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA", remark_kind="report")
    play.speak(400)
    assert (row(play).allotted_seconds, row(play).kind) == (None, "report")
    assert row(play).speaking_seconds == 400


def test_marks_are_in_words(in_session: InSession) -> None:
    rules = {"extension_seconds": 30}
    play = in_session(plan={"rules": rules})
    play.act("close_list")
    play.act("inscribe", delegation="BRA", general_report=True, reason="a late wish")
    play.act("give_floor")
    play.act("mark", mark="reminded_of_topic")
    play.act("extend")
    play.act("restart", reason="microphone")
    assert row(play).marks_text == (
        "general report",
        "after closing",
        "reminded of the topic",
        "extended",
        "restarted",
    )


def test_an_undone_back_dating_leaves_no_figure(in_session: InSession) -> None:
    play = in_session()
    play.wait(60)
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.act("back_date", seconds=2.5)
    play.act("back_date", seconds=1)
    assert row(play).marks_text == ("back-dated by 3.5 s",)
    play.act("undo")
    assert row(play).marks_text == ("back-dated by 2.5 s",)
    play.act("undo")
    assert row(play).marks == ()


def test_who_struck_or_left_is_not_heard_and_who_withdrew_is_not_told(
    in_session: InSession,
) -> None:
    play = in_session(plan={"rules": {"absent_when_called": "struck"}})
    for code in ("BRA", "CHL", "JAM", "URY"):
        play.act("check_in", delegation=code)
        play.act("inscribe", delegation=code)
    play.act("absent", delegation="BRA")
    play.act("withdraw", delegation="CHL")
    play.act("check_out", delegation="JAM")
    assert unheard(play) == [
        ("BRA", "absent when called"),
        ("JAM", "left the meeting"),
        ("URY", "still waiting"),
    ]


def test_who_was_struck_and_heard_later_is_heard(in_session: InSession) -> None:
    play = in_session(plan={"rules": {"absent_when_called": "struck"}})
    play.act("inscribe", delegation="BRA")
    play.act("absent", delegation="BRA")
    play.act("inscribe", delegation="BRA")
    assert unheard(play) == [("BRA", "still waiting")]
    play.speak(5)
    assert unheard(play) == []


def test_who_waited_when_the_session_ended_is_not_heard(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("end_session", waiting="not_heard")
    assert unheard(play) == [("BRA", "the session ended")]


def test_a_refusal_outside_a_session_has_its_moment(convene: Callable[..., Play]) -> None:
    play = convene()
    play.act("refuse", delegation="CHL", requested="remote")
    (refusal,) = refusals(take(play.proceedings))
    assert (refusal.moment, refusal.session) == ("Opening ceremony", None)


def test_names_come_in_the_language_of_the_meeting(in_session: InSession) -> None:
    named = [{"code": "BRA", "code2": "BR", "name": {"en": "Brazil", "es": "Brasil"}}]
    about = {**PLAN["meeting"], "language": "es"}
    play = in_session(plan={"meeting": about, "delegations": named})
    play.act("inscribe", delegation="BRA")
    play.speak(1)
    assert row(play).delegation == "Brasil"
