"""The doorbell of a record: it rings for what others write to it, and goes with the store."""

from __future__ import annotations

import sys
import threading
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from tipfloor.store import Unsealed
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of it")

LONGEST = 10.0
"""Seconds after which a bell is taken never to ring."""

SOMETHING = Unsealed("told", 1, "{}")


def record(path: Path) -> SqliteStore:
    create(path, [SOMETHING])
    return SqliteStore(path)


def bells() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "doorbell"}


def test_it_rings_for_what_another_writes(tmp_path: Path) -> None:
    rung = Event()
    with (
        closing(record(tmp_path / "a.tipfloor")) as listening,
        closing(SqliteStore(tmp_path / "a.tipfloor")) as other,
    ):
        assert listening.doorbell(rung.set)
        for position in (1, 2):
            rung.clear()
            other.append(position, [SOMETHING])
            assert rung.wait(LONGEST)


def test_it_rings_when_the_record_is_moved_away_and_put_back(tmp_path: Path) -> None:
    path, rung = tmp_path / "a.tipfloor", Event()
    with closing(record(path)) as listening:
        assert listening.doorbell(rung.set)
        path.rename(tmp_path / "b.tipfloor")
        assert rung.wait(LONGEST)
        rung.clear()
        (tmp_path / "b.tipfloor").rename(path)
        assert rung.wait(LONGEST)


def test_a_record_beside_it_rings_no_bell(tmp_path: Path) -> None:
    rung, beside = [], Event()
    with (
        closing(record(tmp_path / "a.tipfloor")) as listening,
        closing(record(tmp_path / "b.tipfloor")) as other,
    ):
        assert listening.doorbell(lambda: rung.append(1))
        assert other.doorbell(beside.set)
        other.append(1, [SOMETHING])
        assert beside.wait(LONGEST)
        assert rung == []


def test_it_goes_with_the_store(tmp_path: Path) -> None:
    before = bells()
    with closing(record(tmp_path / "a.tipfloor")) as listening:
        assert listening.doorbell(lambda: None)
        [own] = bells() - before
    own.join(LONGEST)
    assert not own.is_alive()


def test_where_no_folder_can_be_watched_there_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    with closing(record(folder / "a.tipfloor")) as listening:
        folder.rename(tmp_path / "elsewhere")
        assert not listening.doorbell(lambda: None)
