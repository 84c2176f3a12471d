"""The clock of this machine, with and without an id of its present start."""

import time
from pathlib import Path

import pytest

from tipfloor import clocks
from tipfloor.clocks import SystemClock


def test_without_a_boot_id_setting_the_clock_is_no_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "BOOT_ID", tmp_path / "none")
    clocks._boot.cache_clear()
    try:
        before = SystemClock().now()
        clocks._boot.cache_clear()
        real = time.time_ns
        monkeypatch.setattr(time, "time_ns", lambda: real() - 7_200_000_000_000)
        after = SystemClock().now()
    finally:
        clocks._boot.cache_clear()
    assert after.boot == before.boot
    assert 0 <= after.since(before) < 60_000
    assert after.wall_jump(before) < -7_000_000
