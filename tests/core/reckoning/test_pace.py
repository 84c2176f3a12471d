from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.fold import fold
from tipfloor.core.ground.instant import Instant
from tipfloor.core.reckoning.pace import (
    LONGEST_CHANGEOVER,
    Changeovers,
    _Breaks,
    changeover,
    changeovers,
)
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.log import CHUNK, Log
from tipfloor.core.state.remark import Remark

Session = Callable[..., Desk]
MINUTE = 60_000
BEGUN = datetime(2024, 2, 5, tzinfo=UTC)


def speaks(desk: Desk, then: int, spoken: int = MINUTE) -> None:
    desk.tell("give_floor")
    desk.clock.advance(spoken)
    desk.tell("end_remark")
    desk.clock.advance(then)


def test_another_session_goes_by_the_pace_of_the_meeting(session: Session) -> None:
    """PRACTICE section 4: the changeover seen so far, in the session, else in the meeting."""
    desk = session("CHL", "BRA", "MEX")
    for _ in range(3):
        speaks(desk, 31_000)
    assert changeover(desk.meeting, "technology") == 31_000
    assert changeover(desk.meeting, "climate") == 31_000
    desk.tell("open_session", session="climate")
    for code in ("CHL", "BRA"):
        desk.tell("inscribe", delegation=code)
    speaks(desk, 9_000)
    speaks(desk, 9_000)
    assert changeover(desk.meeting, "climate") == 9_000
    assert changeover(desk.meeting, "technology") == 31_000


def test_before_any_is_seen_the_rules_have_a_figure(session: Session) -> None:
    desk = session("CHL", changeover_seconds=25)
    assert changeover(desk.meeting, "technology") == 25_000
    speaks(desk, 1_000)
    assert changeover(desk.meeting, "technology") == 25_000


def test_a_pause_is_no_changeover(session: Session) -> None:
    desk = session("CHL", "BRA")
    desk.tell("give_floor")
    desk.tell("pause", reason="microphone")
    desk.clock.advance(50_000)
    desk.tell("resume")
    desk.tell("end_remark")
    desk.clock.advance(12_000)
    speaks(desk, 0)
    assert changeover(desk.meeting, "technology") == 12_000


def test_a_suspension_is_no_changeover(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    speaks(desk, 10_000)
    desk.tell("suspend")
    desk.clock.advance(2 * MINUTE)
    desk.tell("resume_meeting")
    speaks(desk, 14_000)
    speaks(desk, 0)
    assert changeover(desk.meeting, "technology") == 14_000


def test_an_absence_is_no_changeover(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX")
    speaks(desk, 100_000)
    desk.tell("absent")
    speaks(desk, 11_000)
    speaks(desk, 0)
    assert changeover(desk.meeting, "technology") == 11_000
    desk.tell("undo")


def test_a_session_left_and_taken_up_again_is_no_changeover(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX", "URY")
    speaks(desk, 10_000)
    speaks(desk, 50_000)
    desk.tell("end_session", waiting="carry_over")
    desk.tell("open_session", session="technology", reason="back")
    speaks(desk, 0)
    assert changeover(desk.meeting, "technology") == 10_000


def test_over_time_is_no_changeover(session: Session) -> None:
    desk = session("CHL", "BRA")
    speaks(desk, 5_000, spoken=3 * MINUTE)
    speaks(desk, 0)
    assert changeover(desk.meeting, "technology") == 5_000


def test_changeovers_are_told_of_the_meeting_its_sessions_and_days(session: Session) -> None:
    desk = session("CHL", "BRA", "MEX", "URY")
    for then in (10_000, 12_000, 32_000, 0):
        speaks(desk, then)
    desk.tell("open_session", session="climate")
    seen = {"number": 3, "mean": 18_000, "median": 12_000, "longest": 32_000}
    assert changeovers(desk.meeting) == [
        Changeovers(None, None, **seen),
        Changeovers("technology", None, **seen),
        Changeovers(None, "2024-02-05", **seen),
    ]


def test_before_the_first_changeover_there_is_none_to_tell(session: Session) -> None:
    desk = session("CHL", "BRA")
    speaks(desk, 5_000)
    assert changeovers(desk.meeting) == []


CLOCKS = st.sampled_from(["a", "b"])
INSTANTS = st.builds(
    lambda ticks, utc, boot: Instant(utc=BEGUN + timedelta(seconds=utc), ticks=ticks, boot=boot),
    st.integers(0, 9),
    st.integers(0, 9),
    CLOCKS,
)


@given(st.lists(INSTANTS, max_size=6), INSTANTS, INSTANTS)
def test_a_break_between_two_speakers_is_found_on_any_clocks(
    breaks: list[Instant], since: Instant, until: Instant
) -> None:
    broken = any(at.reached(since) and until.reached(at) for at in breaks)
    assert _Breaks(breaks).any(since, until) == broken


def test_the_pace_that_is_kept_is_that_of_the_meeting_as_it_is(session: Session) -> None:
    """After each act it is compared with that of a meeting of which nothing was kept."""
    desk = session("CHL", "BRA", "MEX", turns_per_session=3)
    acts = ["give_floor", "end_remark", "give_floor", "absent", "undo", "undo", "suspend"]
    for kind in [*acts, "resume_meeting", "give_floor", "end_remark", "undo", "undo"]:
        desk.clock.advance(20_000)
        desk.tell(kind)
        for code in ("technology", "climate"):
            fresh = fold(desk.proceedings.history)
            assert changeover(desk.meeting, code) == changeover(fresh, code)


def spoken(number: int, session: str, began: Instant) -> Remark:
    return Remark(
        id=number,
        number=number,
        session=session,
        moment="plenary",
        day="2024-02-05",
        entry=Entry(id=number, delegation="CHL", requested_at=began),
        place=0,
        given_at=began,
        limit=None,
        withdraws=False,
        ended_at=began.plus(MINUTE),
        ended_by="speaker",
    )


@given(
    st.lists(st.tuples(st.sampled_from([5_000, 20_000, 200_000]), st.booleans(), st.booleans())),
    st.integers(0, 2 * CHUNK),
)
@settings(max_examples=50)
def test_the_pace_of_many_remarks_is_the_mean_of_the_silences_between_each_two(
    course: list[tuple[int, bool, bool]], before: int
) -> None:
    """Wherever the log of remarks is broken into pieces, and whatever broke a silence."""
    at, former, gaps = Instant(BEGUN, 0, "boot"), None, list[int]()
    meeting = MeetingConvened(at=at, plan=small_plan()).convene()
    remarks, absences = list[Remark](), list[Instant]()
    for silence, elsewhere, absent in [*[(10_000, False, False)] * before, *course]:
        absences += [at.plus(silence // 2)] if absent else []
        began = at.plus(silence)
        at = began.plus(MINUTE)
        remarks.append(spoken(len(remarks) + 1, "climate" if elsewhere else "technology", began))
        if elsewhere:
            continue
        among = former is None or any(one.reached(former) for one in absences)
        if not among and began.since(former) <= LONGEST_CHANGEOVER:
            gaps.append(began.since(former))
        former = at
    meeting = meeting.having(remarks=Log(remarks), absences=Log(absences))
    if gaps:
        assert changeover(meeting, "technology") == round(sum(gaps) / len(gaps))
