"""The time of the meeting for any plan and any course: it raises nothing and makes nothing up."""

from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.plan import Plan
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.reckoning.forecast import forecast, what_fits
from tipfloor.core.reckoning.pace import LONGEST_CHANGEOVER, changeover
from tipfloor.core.reckoning.planned import OFF_PLAN
from tipfloor.core.reckoning.timetable import day_end, timetable
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import convening
from tipfloor.store.creating import create

DAYS = st.dates(date(2024, 2, 4), date(2024, 2, 7)) | st.dates(date(1948, 1, 1), date(2200, 12, 31))
TIMES = st.builds(datetime.combine, DAYS, st.times())
LENGTHS = st.timedeltas(timedelta(seconds=1), timedelta(days=1))
SPANS = st.none() | st.tuples(TIMES, LENGTHS)
ZONES = st.sampled_from(["America/New_York", "Europe/Vienna", "Asia/Kathmandu", "Pacific/Apia"])
COURSES = st.lists(st.tuples(acts.ALL, acts.TIMES), max_size=12)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan whose moments and sessions have any times, or none, in any order."""
    plan = small_plan(zone=draw(ZONES), **draw(acts.RULES))

    def timed(part: Any) -> Any:
        starts, length = draw(SPANS) or (None, None)
        ends = starts + length if starts and length else None
        return replace(part, starts=starts, ends=ends)

    moments, sessions = (tuple(map(timed, parts)) for parts in (plan.moments, plan.sessions))
    return Plan.model_validate(asdict(replace(plan, moments=moments, sessions=sessions)))


def makes_sense(desk: Desk) -> None:
    meeting, now = desk.meeting, desk.clock.now()
    ends, fit, day = forecast(meeting, now), what_fits(meeting, now), day_end(meeting, now)
    assert ends is None or (ends.takes >= 0 and ends.ends_at.utc >= now.utc)
    if fit is not None:
        assert 0 <= fit.waiting <= len(meeting.speakers().waiting)
        assert fit.in_all >= fit.waiting
        assert fit.in_all == fit.waiting or fit.waiting == len(meeting.speakers().waiting)
        assert fit.before > now.utc
    assert day is None or day.ends_at >= now.utc
    late = behind_plan(meeting, now)
    assert late is None or abs(late) < OFF_PLAN
    for session in ("technology", "climate", "general"):
        assert 0 <= changeover(meeting, session) <= LONGEST_CHANGEOVER
    for row in timetable(meeting, now):
        if row.forecast is not None:
            assert row.forecast[0] <= row.forecast[1]
            assert row.forecast[1] >= now.utc
    assert sum(row.current and row.number is not None for row in timetable(meeting, now)) == 1


@given(plan=plans(), course=COURSES)
@settings(max_examples=examples(150), suppress_health_check=list(HealthCheck))
def test_the_times_make_sense_for_any_plan_and_course(
    plan: Plan, course: list[tuple[dict[str, Any], int]]
) -> None:
    with TemporaryDirectory() as folder:
        record, clock = Path(folder) / "meeting.tipfloor", HandClock()
        assert create(record, convening(plan, clock))
        desk = Desk(record, clock)
        with closing(desk):
            makes_sense(desk)
            for fields, time in course:
                with suppress(Refused):
                    desk.proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
                clock.advance(time)
                makes_sense(desk)
