"""The timekeeper's view on a desk's record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App
from textual.pilot import Pilot

from tests.desk.screen_text import screen_text, wait_until
from tests.helpers.desk import Desk
from tipfloor.desk.themes import Look
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.large import digits
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

ALL = ("BRA", "CHL", "URY", "SLV", "DMA", "DOM", "JAM", "MEX")
"""Every delegation of the small meeting, as they ask for the floor."""

SIZES = [(40, 12), (80, 24), (240, 60)]
"""Columns and rows of the windows that the view is made for."""


@asynccontextmanager
async def watch(
    desk: Desk,
    size: tuple[int, int] = (80, 24),
    look: Look = Look(),  # noqa: B008 - a frozen value
) -> AsyncIterator[Pilot[None]]:
    """Open the view in a window of a size, and wait until it shows something."""
    store = SqliteStore(desk.record, read_only=True)
    app = TimekeeperApp(Proceedings(store, desk.clock).live(), look)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: ":" in screen_text(app))
        yield pilot


def clock(pilot: Pilot[None]) -> str:
    """Return what the big digits stand for."""
    return pilot.app.screen.query_one(FloorClock).text


def shows_digits(app: App[None], text: str) -> bool:
    """Tell whether a time is on the screen, as large as its room allows."""
    expected = digits(text, *app.screen.query_one(FloorClock).size)
    shown = [row.strip() for row in screen_text(app).splitlines()]
    return bool(expected) and all(row.strip() in shown for row in expected)
