"""Times as machines read them, told by way of the hour in which they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tipfloor.words.times import iso_of

ZONES = ("UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Monrovia")


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CENTURY = 36_525 * 24 * 3600 * 1_000_000
"""In microseconds."""


@pytest.mark.parametrize("zone", ZONES)
@given(
    since=st.integers(-CENTURY // 5, CENTURY),
    offset=st.sampled_from([UTC, timezone(timedelta(hours=-5))]),
)
@example(since=1_710_053_999_999_000, offset=UTC)
@example(since=1_710_054_000_000_000, offset=UTC)
@example(since=1_712_417_400_000_000, offset=UTC)
def test_a_time_is_told_as_the_standard_library_tells_it(
    zone: str, since: int, offset: timezone
) -> None:
    at = (EPOCH + timedelta(microseconds=since)).astimezone(offset)
    expected = at.astimezone(ZoneInfo(zone)).isoformat("T", "milliseconds")
    assert iso_of(at, ZoneInfo(zone)) == expected
