from datetime import UTC, datetime, timedelta

import pytest
from msgspec import ValidationError, convert

from tipfloor.core.ground.instant import Instant, Phase, countdown, phase_of

NOON = datetime(2024, 2, 5, 12, tzinfo=UTC)


def instant(wall: int = 0, ticks: int = 0, boot: str = "one") -> Instant:
    return Instant(utc=NOON + timedelta(milliseconds=wall), ticks=ticks, boot=boot)


def test_ticks_decide_within_one_boot() -> None:
    assert instant(wall=-999, ticks=70).since(instant(ticks=20)) == 50


def test_nothing_has_passed_since_what_is_to_come() -> None:
    assert instant(wall=9_000, ticks=20).since(instant(ticks=70)) == 0


def test_the_wall_clock_decides_across_boots() -> None:
    assert instant(wall=500, ticks=1, boot="two").since(instant(ticks=900)) == 500
    assert instant(wall=-500, boot="two").since(instant()) == 0


def test_what_shortly_follows_by_the_same_clock() -> None:
    earlier = instant(ticks=1_000)
    assert instant(wall=-9, ticks=1_000).shortly_after(earlier, 10)
    assert instant(ticks=1_009).shortly_after(earlier, 10)
    assert not instant(ticks=1_010).shortly_after(earlier, 10)
    assert not instant(ticks=999).shortly_after(earlier, 10)
    assert not instant(ticks=1_000, boot="two").shortly_after(earlier, 10)


def test_an_instant_that_was_reached() -> None:
    assert instant(ticks=5).reached(instant(ticks=5))
    assert instant(wall=6, ticks=6).reached(instant(wall=5, ticks=5))
    assert not instant(wall=4, ticks=4).reached(instant(wall=5, ticks=5))


def test_an_earlier_instant_keeps_this_clocks_label() -> None:
    now = instant(wall=1_000, ticks=50)
    assert now.back_to(instant(wall=0, ticks=20)) == instant(wall=970, ticks=20)


def test_a_jump_is_known_within_one_boot_only() -> None:
    assert instant(wall=5_100, ticks=100).wall_jump(instant()) == 5_000
    assert instant(wall=5_100, ticks=100, boot="two").wall_jump(instant()) == 0


def test_an_instant_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValidationError):
        convert({"utc": "2024-02-05T12:00:00", "ticks": 0, "boot": ""}, Instant)


@pytest.mark.parametrize(
    ("left", "phase"),
    [
        (None, Phase.SPEAKING),
        (30_001, Phase.SPEAKING),
        (30_000, Phase.WARNING),
        (10_001, Phase.WARNING),
        (10_000, Phase.LAST_SECONDS),
        (1, Phase.LAST_SECONDS),
        (0, Phase.OVER_TIME),
        (-1, Phase.OVER_TIME),
    ],
)
def test_phases(left: int | None, phase: Phase) -> None:
    assert phase_of(left, (30, 10)) is phase


def test_phases_with_fewer_warnings() -> None:
    assert phase_of(5_000, (10,)) is Phase.LAST_SECONDS
    assert phase_of(5_000, ()) is Phase.SPEAKING


@pytest.mark.parametrize(
    ("left", "shown"), [(120_000, 120), (119_999, 120), (1_000, 1), (1, 1), (0, 0), (-1, 0)]
)
def test_the_countdown_shows_nought_exactly_when_nothing_is_left(left: int, shown: int) -> None:
    assert countdown(left) == shown
