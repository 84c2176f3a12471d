"""The database's own clock is set: it is made up for once, and no desk's time goes on otherwise."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.helpers import postgres_server
from tests.helpers.plans import small_plan
from tests.reliability.several_machines import SAME
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.records import open_record

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
LIMIT = 60
STEPS = ("+3600", "-7200", "+0")
"""What the database's clock is off by, one after the other, in seconds."""


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the database's clock is off by stands in this file; it is read at each question."""
    if FAKETIME is None or not postgres_server.is_there():
        pytest.skip("neither faketime nor PostgreSQL, or one of them, is here")
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    path = tmp_path / "off-by"
    path.write_text("+0")
    path.chmod(0o644)
    monkeypatch.setenv("LD_PRELOAD", str(FAKETIME))
    monkeypatch.setenv("FAKETIME_TIMESTAMP_FILE", str(path))
    monkeypatch.setenv("FAKETIME_NO_CACHE", "1")
    monkeypatch.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")
    return path


@pytest.fixture
def server(setting: Path) -> Iterator[postgres_server.Server]:
    with postgres_server.serving("fsync=off") as server:
        yield server


def told(desk: LiveProceedings, kind: str, **fields: Any) -> None:
    desk.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


def test_a_step_is_written_once_and_every_desk_goes_on(
    setting: Path, server: postgres_server.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE"):
        monkeypatch.delenv(name)
    record = server.new_record()
    with ExitStack() as closed:
        plan = small_plan(limit_seconds=LIMIT)
        desks = [
            closed.enter_context(closing(open_record(record, plan, by=f"Desk {nth}").live()))
            for nth in (1, 2)
        ]
        for desk in desks:
            desk.begin(lambda: None)
        told(desks[0], "open_session", session="technology", reason="a test")
        told(desks[0], "inscribe", delegation="BRA")
        told(desks[0], "give_floor")
        began = [_ahead(desk) for desk in desks]
        assert abs(began[0] - began[1]) < SAME
        for step in STEPS:
            setting.write_text(step)
            _worked(desks, 2.5)
            for desk, before in zip(desks, began, strict=True):
                assert abs(_ahead(desk) - before) < SAME, "its ticks go on as if nothing was"
                assert desk.meeting.floor is not None
                assert desk.meeting.floor.has_floor, "none is withdrawn by a clock that was set"
        set_by = [
            round(one.event.by_milliseconds / 1000)
            for one in desks[1].history
            if one.event.kind == "wall_clock_set"
        ]
    assert set_by == [3600, -10_800, 7200], "each is in the record once"
    with psycopg.connect(server.url()) as connection:
        shifts = connection.execute("SELECT round(milliseconds / 1000.0) FROM tipfloor.shifts")
        assert [int(shift) for (shift,) in shifts] == [-3600, 10_800, -7200]


def _ahead(desk: LiveProceedings) -> float:
    """Return the clock of the record that a desk shows, beside the machine's counter, in ms."""
    before = time.monotonic()
    ticks = desk.now().ticks
    return ticks - (before + time.monotonic()) * 500


def _worked(desks: list[LiveProceedings], seconds: float) -> None:
    """Let desks do what they do at each moment."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for desk in desks:
            desk.take()
            desk.keep_time()
        time.sleep(0.02)
