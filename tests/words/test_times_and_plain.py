"""Times, numerals and text from outside, as they are shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.core.ground.instant import Instant
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain, visible
from tipfloor.words.times import date_of, day, iso, seconds, span, span_exact, wall

WASHINGTON = ZoneInfo("America/New_York")
UTC_TIME = datetime(2024, 2, 6, 3, 3, 8, 123_000, tzinfo=UTC)
LATE = Instant(utc=UTC_TIME, ticks=0, boot="test")


def test_times_of_day_are_the_zone_s() -> None:
    assert wall(LATE, WASHINGTON) == "22:03"
    assert wall(LATE, WASHINGTON, seconds=True) == "22:03:08"
    assert day(LATE, WASHINGTON) == "Mon 5 Feb"
    assert iso(LATE, WASHINGTON) == "2024-02-05T22:03:08.123-05:00"


def test_summer_time_has_its_own_offset() -> None:
    july = Instant(utc=datetime(2024, 7, 1, tzinfo=UTC), ticks=0, boot="test")
    assert iso(july, WASHINGTON) == "2024-06-30T20:00:00.000-04:00"


def test_a_date_has_its_year() -> None:
    assert date_of(date(2024, 12, 29)) == "Sun 29 Dec 2024"


@pytest.mark.parametrize(
    ("milliseconds", "shown", "exact"),
    [
        (0, "0:00", "0:00.0"),
        (5_999, "0:05", "0:05.9"),
        (118_250, "1:58", "1:58.2"),
        (3_600_000, "1:00:00", "1:00:00.0"),
        (3_723_000, "1:02:03", "1:02:03.0"),
        (-65_000, "-1:05", "-1:05.0"),
        (-400, "0:00", "-0:00.4"),
    ],
)
def test_lengths_of_time(milliseconds: int, shown: str, exact: str) -> None:
    assert span(milliseconds) == shown
    assert span_exact(milliseconds) == exact


def test_seconds_have_three_decimals() -> None:
    assert (seconds(118_250), seconds(0), seconds(7)) == ("118.250", "0.000", "0.007")


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (100, "C")],
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        ("two\r\nlines", "two lines"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("abc\u202edcba", "abcdcba"),
        ("a\u2028b", "a b"),
        ("nul\x00 and \x9b31m", "nul� and �31m"),
        ("[bold]{brace}", "[bold]{brace}"),
        ("\ud800", "�"),
        ("\ufffe\uffff\ufdd0\x7f", "����"),
    ],
)
def test_text_from_outside_is_made_harmless(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert "\n" not in plain(text)
    assert "\x1b" not in plain(text)


def test_what_is_not_seen_is_written_out() -> None:
    assert visible("a\u202eb\x1b\U000e0041") == "a\\u202eb\\u001b\\udb40\\udc41"
