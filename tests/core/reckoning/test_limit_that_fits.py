"""The limit by which the whole list would fit before the planned end."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.plans import NAMES
from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.limits import ChangeLimit
from tipfloor.core.list.own_limits import LimitEntry
from tipfloor.core.reckoning.forecast import STEP_OF_LIMITS, limit_that_fits, what_fits
from tipfloor.core.state.meeting import Meeting

Session = Callable[..., Desk]
CODES = sorted(NAMES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))
@given(minutes=st.integers(20, 59), own=st.integers(0, 3))
def test_by_that_limit_all_fit_and_by_a_longer_one_they_do_not(
    full: Desk, minutes: int, own: int
) -> None:
    meeting, now = full.proceedings.current()
    now = now.plus(minutes * 60_000)
    for code in CODES[:own]:
        meeting = _limited(full, meeting, code, 200)
    found = limit_that_fits(meeting, now)
    fit = what_fits(meeting, now)
    assert fit is not None
    if fit.waiting == len(CODES):
        assert found is None
        return
    if found is None:
        assert not _all_fit(meeting, now, STEP_OF_LIMITS)
        return
    assert found.seconds % STEP_OF_LIMITS == 0
    assert found.before == fit.before
    assert _all_fit(meeting, now, found.seconds)
    assert not _all_fit(meeting, now, found.seconds + STEP_OF_LIMITS)


@pytest.fixture
def full(session: Session) -> Desk:
    return session(*CODES)


def _limited(desk: Desk, meeting: Meeting, code: str, seconds: int) -> Meeting:
    (made,) = LimitEntry(delegation=code, seconds=seconds).decide(meeting, desk.clock.now())
    return made.apply(meeting)


def _all_fit(meeting: Meeting, now: Instant, seconds: int) -> bool:
    (changed,) = ChangeLimit(seconds=seconds, reason="time presses").decide(meeting, now)
    fit = what_fits(changed.apply(meeting), now)
    return fit is not None and fit.waiting == len(CODES)


def test_no_limit_is_proposed_where_all_fit_or_none_would_do(session: Session) -> None:
    desk = session("CHL")
    now = desk.clock.now()
    assert limit_that_fits(desk.meeting, now) is None
    assert limit_that_fits(desk.meeting, now.plus(59 * 60_000 + 55_000)) is None
    assert limit_that_fits(desk.meeting, now.plus(61 * 60_000)) is None
