"""`desk --copy-to`: a whole copy of the record beside a desk that is never held up by it."""

from __future__ import annotations

import asyncio
import os
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from tests.desk.desk_at_work import convened, desk_on
from tipfloor.desk import copying
from tipfloor.desk.copying import Copies
from tipfloor.store import StoreFault, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore


def rows(path: Path) -> int:
    """Return how many rows a copy has, 0 while there is none."""
    try:
        with closing(SqliteStore(path, read_only=True)) as store:
            found = store.read()
    except StoreFault:
        return 0
    assert first_bad_position(found) is None
    return len(found)


async def test_a_copy_is_made_at_once_and_at_a_suspension(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    folder = tmp_path / "stick"
    folder.mkdir()
    copies = Copies(record, folder)
    async with desk_on(record, clock, copies=copies) as desk:
        await desk.until(lambda: rows(folder / record.name) == len(desk.kinds))
        desk.told("inscribe", delegation="BRA")
        desk.told("suspend")
        await desk.until(lambda: rows(folder / record.name) == len(desk.kinds))
        assert "NO COPY" not in desk.screen
    assert [item.name for item in folder.iterdir() if item.stat().st_size] == [record.name]
    assert (folder / record.name).stat().st_mode & 0o777 == 0o600


async def test_what_cannot_be_copied_stands_at_the_foot_until_it_is_mended(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    folder = tmp_path / "stick"
    folder.mkdir()
    async with desk_on(record, clock, copies=Copies(record, folder, every=0.2)) as desk:
        await desk.until(lambda: rows(folder / record.name))
        gone = folder.rename(tmp_path / "elsewhere")
        await desk.shows("NO COPY OF LATE: No such file or directory")
        await desk.inscribe("bra")
        await desk.until(lambda: desk.waiting == ["BRA"])
        await desk.shows("NO COPY OF LATE")
        gone.rename(folder)
        await desk.shows("The record is copied again")
        await desk.until(lambda: rows(folder / record.name) == len(desk.kinds))
        assert "NO COPY" not in desk.screen


async def test_another_record_in_the_folder_is_left_and_said(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    folder = tmp_path / "stick"
    folder.mkdir()
    with closing(SqliteStore(record)) as store:
        [first, *_] = store.read()
    assert create(folder / record.name, [Unsealed(*first[5:8])])
    before = (folder / record.name).read_bytes()
    async with desk_on(record, clock, copies=Copies(record, folder), size=(240, 40)) as desk:
        await desk.shows("NO COPY OF LATE", "is not an older copy of")
    assert (folder / record.name).read_bytes() == before


async def test_a_disk_that_does_not_answer_holds_up_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copying process stands still, as before a disk that stalls."""
    record, clock = convened(tmp_path)
    monkeypatch.setattr(copying, "command", lambda record, folder: ["cat", "/dev/zero"])
    async with desk_on(record, clock, copies=Copies(record, tmp_path, longest=0.2)) as desk:
        await desk.shows("NO COPY OF LATE: the disk has not taken it")
        await desk.inscribe("bra")
        await desk.until(lambda: desk.waiting == ["BRA"])


async def test_a_copy_that_heeds_no_interrupt_does_not_outlive_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, clock = convened(tmp_path)
    mark = tmp_path / "process"
    script = f"trap '' INT; echo $$ > {mark}.new; mv {mark}.new {mark}; exec sleep 600"
    monkeypatch.setattr(copying, "command", lambda record, folder: ["sh", "-c", script])
    monkeypatch.setattr(copying, "ENDING", 0.2)
    async with desk_on(record, clock, copies=Copies(record, tmp_path)) as desk:
        await desk.until(mark.exists)
        number = int(mark.read_text())
    deadline = monotonic() + 10
    while _lives(number):
        assert monotonic() < deadline
        await asyncio.sleep(0.01)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
