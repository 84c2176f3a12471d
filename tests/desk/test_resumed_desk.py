"""A desk that is resumed from the checkpoint of one that was left shows and does what any does."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, convened, desk_on
from tests.helpers.hand_clock import HandClock
from tests.helpers.tampering import tampered
from tipfloor import __version__
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.resuming import leave
from tipfloor.store.checkpoint import Checkpoint, find
from tipfloor.store.sqlite import SqliteStore

ALTERED = "UPDATE events SET body = body || ' ' WHERE position = 3"
NOTES = 300
"""More rows than are read at once."""


@pytest.fixture(params=[NOTES, 3])
def left(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, HandClock, Checkpoint]:
    """A record with somebody on the floor, its clock, and the checkpoint beside it."""
    record, clock = convened(tmp_path)
    with closing(Proceedings(SqliteStore(record), clock)) as proceedings:
        for kind, fields in (
            *(("take_note", {"text": f"note {nth}"}) for nth in range(request.param)),
            *(("inscribe", {"delegation": code}) for code in ("BRA", "CHL", "MEX")),
            ("give_floor", {}),
        ):
            proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))
    leave(record, proceedings.saved, least=1)
    clock.advance(31_000)
    found = find(record, __version__)
    assert found
    return record, clock, found


@pytest.mark.parametrize("size", [SMALLEST, (160, 45)])
async def test_its_screen_is_that_of_one_that_read_the_record(
    left: tuple[Path, HandClock, Checkpoint], size: tuple[int, int]
) -> None:
    record, clock, found = left
    async with desk_on(record, clock, size=size, found=found) as desk:
        resumed = desk.screen
        await desk.until(lambda: desk.proceedings.saved.is_whole)
        await desk.pilot.pause()
        assert desk.screen == resumed
    async with desk_on(record, clock, size=size) as desk:
        assert desk.screen == resumed


async def _speaks(desk: DeskAtWork, code: str | None) -> None:
    await desk.until(
        lambda: (desk.recorded.speaker and desk.recorded.speaker.entry.delegation) == code
    )


async def test_its_first_keys_are_saved(left: tuple[Path, HandClock, Checkpoint]) -> None:
    record, clock, found = left
    async with desk_on(record, clock, found=found) as desk:
        await desk.press("e")
        await _speaks(desk, None)
        await desk.press("space")
        await _speaks(desk, "CHL")
        await desk.press("u", "enter")
        await _speaks(desk, None)


async def test_a_first_key_undoes_what_was_done_before(
    left: tuple[Path, HandClock, Checkpoint],
) -> None:
    record, clock, found = left
    async with desk_on(record, clock, found=found) as desk:
        await desk.press("u", "enter")
        await _speaks(desk, None)
        assert desk.waiting == ["BRA", "CHL", "MEX"]


async def test_all_of_its_log_is_found_at_once(left: tuple[Path, HandClock, Checkpoint]) -> None:
    record, clock, found = left
    async with desk_on(record, clock, found=found) as desk:
        await desk.press("slash", *"note 1")
        await desk.shows("note 1")


async def test_an_altered_row_is_said_and_nothing_is_added(
    left: tuple[Path, HandClock, Checkpoint],
) -> None:
    record, clock, found = left
    tampered(record, ALTERED)
    async with desk_on(record, clock, found=found) as desk:
        before = len(desk.kinds)
        await desk.shows("ROW 3 OF THE RECORD IS MISSING OR ALTERED")
        assert len(desk.kinds) == before
        with closing(SqliteStore(record, read_only=True)) as store:
            assert len(store.read()) == before
