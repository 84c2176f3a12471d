"""Remarks corrected afterwards, and remarks entered by hand."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.corrections.remark_corrections import RemarkCorrected
from tipfloor.core.fold import fold

Session = Callable[..., Desk]


def spoken(session: Session) -> Desk:
    """Brazil spoke from 11:00:00 to 11:01:00, Chile from 11:02:00 to its limit and 0:10 over."""
    desk = session("BRA", "CHL", limit_seconds=120)
    desk.tell("give_floor")
    desk.clock.advance(60_000)
    desk.tell("end_remark")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(130_000)
    desk.tell("end_remark")
    desk.clock.advance(600_000)
    return desk


def local(desk: Desk, number: int) -> tuple[str, str]:
    """Return when a remark began and when whoever spoke stopped, in local time."""
    remark = desk.meeting.remarks[number - 1]
    end = remark.stopped_at or remark.ended_at
    assert end is not None
    zone = desk.meeting.plan.zone
    began, stopped = (at.utc.astimezone(zone).strftime("%H:%M:%S") for at in (remark.given_at, end))
    return began, stopped


def test_a_mis_logged_speaker_is_corrected_with_a_reason(session: Session) -> None:
    """PRACTICE section 7, case 9; the event keeps what the row said before."""
    desk = spoken(session)
    [event] = desk.tell("correct", number=1, delegation="MEX", reason="the wrong nameplate")
    assert isinstance(event, RemarkCorrected)
    assert event.before == {"delegation": "BRA"}
    assert desk.meeting.remarks[0].entry.delegation == "MEX"
    assert "corrected" in desk.meeting.remarks[0].marks
    assert desk.refused("correct", number=1, delegation="BRA").code == "reason_missing"


def test_another_delegation_takes_nobody_over_from_the_first(session: Session) -> None:
    """PRACTICE section 7, case 9: who was named spoke for the delegation logged by mistake."""
    desk = spoken(session)
    desk.tell("name_speaker", person="p0123456789ab", number=1)
    desk.tell("correct", number=1, ended_by="chair", reason="as the chair says")
    assert desk.meeting.remarks[0].entry.person == "p0123456789ab"
    desk.tell("correct", number=1, delegation="MEX", reason="the wrong nameplate")
    assert desk.meeting.remarks[0].entry.person is None
    desk.tell("undo")
    assert desk.meeting.remarks[0].entry.person == "p0123456789ab"


def test_kind_topic_behalf_and_ending_are_corrected(session: Session) -> None:
    desk = spoken(session)
    [event] = desk.tell(
        "correct",
        number=1,
        reason="as the secretariat noted",
        session="climate",
        remark_kind="report",
        on_behalf_of=("JM", "MEX"),
        ended_by="chair",
    )
    remark = desk.meeting.remarks[0]
    assert (remark.session, remark.entry.kind, remark.ended_by) == ("climate", "report", "chair")
    assert remark.entry.on_behalf_of == ("JAM", "MEX")
    assert isinstance(event, RemarkCorrected)
    assert set(event.before) == {"session", "remark_kind", "on_behalf_of", "ended_by"}


def test_times_are_corrected_in_local_time(session: Session) -> None:
    desk = spoken(session)
    desk.tell("correct", number=1, given_at="11:00:05", ended_at="11:01:10.5", reason="x")
    assert local(desk, 1) == ("11:00:05", "11:01:10")
    assert desk.times(desk.meeting.remarks[0]) == (65_500, 0, 0)


def test_a_later_end_beyond_the_limit_is_over_time(session: Session) -> None:
    desk = spoken(session)
    desk.tell("correct", number=2, ended_at="11:04:30", reason="x")
    assert desk.times(desk.meeting.remarks[1]) == (120_000, 0, 30_000)
    desk.tell("correct", number=2, ended_at="11:03:30", reason="x")
    remark = desk.meeting.remarks[1]
    assert (remark.ended_by, desk.times(remark)) == ("speaker", (90_000, 0, 0))


IMPOSSIBLE = {
    "ends_before_start": {"given_at": "11:02", "ended_at": "11:01"},
    "floor_was_taken": {"ended_at": "11:02:30"},
    "not_yet": {"ended_at": "22:00"},
    "unknown_time": {"given_at": "half past ten"},
    "unknown_delegation": {"delegation": "XYZ"},
    "unknown_session": {"session": "nowhere"},
    "same_delegation": {"on_behalf_of": ("BRA",)},
    "nothing_to_correct": {"delegation": "BRA"},
}


@pytest.mark.parametrize("code", IMPOSSIBLE)
def test_what_cannot_be_is_refused(session: Session, code: str) -> None:
    desk = spoken(session)
    assert desk.refused("correct", number=1, reason="x", **IMPOSSIBLE[code]).code == code


def test_the_row_in_the_way_is_named(session: Session) -> None:
    desk = spoken(session)
    refused = desk.refused("correct", number=1, ended_at="11:02:30", reason="x")
    assert refused.facts == {"number": 2, "delegation": "Chile"}


def test_a_remark_under_way_has_no_times_to_correct(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    refused = desk.refused("correct", number=1, given_at="10:59:50", reason="x")
    assert refused.code == "no_times_yet"


def test_pauses_stay_within_the_remark(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    desk.tell("pause")
    desk.clock.advance(10_000)
    desk.tell("resume")
    desk.clock.advance(10_000)
    desk.tell("end_remark")
    desk.clock.advance(60_000)
    assert desk.refused("correct", number=1, ended_at="11:00:35", reason="x").code == (
        "pause_outside"
    )
    desk.tell("correct", number=1, ended_at="11:01", reason="x")
    assert desk.times(desk.last) == (50_000, 10_000, 0)


def test_a_correction_is_corrected_and_undone(session: Session) -> None:
    desk = spoken(session)
    before = desk.meeting.remarks
    desk.tell("correct", number=1, delegation="MEX", reason="x")
    desk.tell("correct", number=1, delegation="URY", reason="it was Uruguay")
    assert desk.meeting.remarks[0].entry.delegation == "URY"
    desk.tell("undo")
    assert desk.meeting.remarks[0].entry.delegation == "MEX"
    desk.tell("undo")
    assert desk.meeting.remarks == before


def test_a_remark_spoken_while_the_program_was_down_is_entered(session: Session) -> None:
    desk = spoken(session)
    desk.tell(
        "enter_remark",
        delegation="JAM",
        given_at="11:05",
        ended_at="11:06:30",
        reason="the laptop restarted",
    )
    remark = desk.last
    assert local(desk, 3) == ("11:05:00", "11:06:30")
    assert (remark.marks, desk.times(remark)) == (("by_hand",), (90_000, 0, 0))
    assert desk.meeting == fold(desk.proceedings.history)


def test_one_before_others_takes_its_place_and_no_number_moves(session: Session) -> None:
    """Whoever printed the record yesterday has the same numbers in it today."""
    desk = spoken(session)
    printed = {remark.id: remark.number for remark in desk.meeting.remarks}
    desk.tell("inscribe", delegation="MEX", remark_kind="reply", replies_to=2)
    answered = desk.meeting.remarks[1].id
    desk.tell(
        "enter_remark", delegation="JAM", given_at="11:01:10", ended_at="11:01:50", reason="x"
    )
    assert [item.entry.delegation for item in desk.meeting.remarks] == ["BRA", "JAM", "CHL"]
    assert [item.number for item in desk.meeting.remarks] == [1, 3, 2]
    assert printed.items() < {item.id: item.number for item in desk.meeting.remarks}.items()
    assert desk.entry("MEX").replies_to == answered
    desk.tell("correct", number=2, delegation="URY", reason="the nameplate was read wrongly")
    assert desk.meeting.remark(answered).entry.delegation == "URY"  # type: ignore[union-attr]
    assert desk.meeting == fold(desk.proceedings.history)
    desk.tell("undo")
    desk.tell("undo")
    assert [item.number for item in desk.meeting.remarks] == [1, 2]
    assert desk.entry("MEX").replies_to == answered


def test_the_number_of_whoever_speaks_stays_when_a_statement_is_handed_in(
    session: Session,
) -> None:
    desk = session("BRA", "CHL")
    desk.tell("give_floor")
    assert desk.floor.number == 1
    desk.tell("submit_in_writing", delegation="CHL")
    assert (desk.floor.number, desk.last.number) == (1, 2)
    desk.tell("end_remark")
    assert {item.entry.delegation: item.number for item in desk.meeting.remarks} == {
        "BRA": 1,
        "CHL": 2,
    }


@pytest.mark.parametrize(
    ("given", "ended", "code"),
    [
        ("11:00:30", "11:01:30", "floor_was_taken"),
        ("11:06", "11:05", "ends_before_start"),
        ("11:05", "23:00", "not_yet"),
        ("yesterday", "11:05", "unknown_time"),
        ("0001-01-01T10:00:00", "10:30", "unknown_time"),
        ("0001-01-01T00:00:00+14:00", "10:30", "unknown_time"),
        ("9999-12-31T23:59:59.999", "10:30", "unknown_time"),
        ("11:01", "9999-12-31T23:59:59-12:00", "unknown_time"),
    ],
)
def test_one_that_cannot_be_is_not_entered(
    session: Session, given: str, ended: str, code: str
) -> None:
    desk = spoken(session)
    refused = desk.refused(
        "enter_remark", delegation="JAM", given_at=given, ended_at=ended, reason="x"
    )
    assert refused.code == code


def test_it_does_not_overlap_whoever_has_the_floor(session: Session) -> None:
    desk = session("BRA")
    desk.clock.advance(60_000)
    desk.tell("give_floor")
    desk.clock.advance(30_000)
    refused = desk.refused(
        "enter_remark", delegation="JAM", given_at="11:00:50", ended_at="11:01:10", reason="x"
    )
    assert (refused.code, refused.facts["number"]) == ("floor_was_taken", 1)
