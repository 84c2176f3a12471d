"""The database goes away behind pages in a real browser: they say so, count on, and come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.hall.browsing import chromium, opened, shows, sync_api, text, window
from tests.hall.test_in_browser import LOST, THERE, free_port, process
from tests.helpers.plans import small_plan
from tests.helpers.postgres_server import Server
from tipfloor.core.floor.timekeeping import FloorWithdrawn
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.records import open_record

LIMIT = 12
PAGES = ("/hall", "/lectern", "/chair")
SILENT = "/does not answer since \\d/.test(document.getElementById('notice').textContent)"
PHASE = "document.documentElement.getAttribute('data-phase')"

SAID, BACK = 2.0, 2.0
"""Seconds within which pages say that the database is away, and that it is back."""

BUSY = 2.0
"""Seconds more on a machine that does much else."""


@pytest.fixture
def desk(mortal: Server) -> Iterator[Proceedings]:
    """A desk at a database, before a session in which Brazil waits."""
    plan = small_plan(limit_seconds=LIMIT, warnings_at_seconds=(5, 2))
    with closing(open_record(mortal.new_record(), plan, by="Desk 1")) as desk:
        told(desk, "open_session", session="technology", reason="a test")
        told(desk, "inscribe", delegation="BRA")
        yield desk


def told(desk: Proceedings, kind: str, **fields: Any) -> None:
    desk.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


def test_pages_say_since_when_count_down_to_zero_and_go_on_by_themselves(
    mortal: Server, desk: Proceedings
) -> None:
    with sync_api.sync_playwright() as playwright, closing(chromium(playwright)) as browser:
        port = free_port()
        server = process(desk.where, port)
        try:
            with window(browser) as context:
                pages = [opened(context, port, path) for path in PAGES]
                told(desk, "give_floor")
                for page in pages:
                    shows(page, f"{PHASE} === 'speaking'")
                mortal.freeze()
                try:
                    _counts_to_zero_in_silence(pages)
                finally:
                    mortal.thaw()
                assert shows(pages[0], THERE) < BACK + BUSY
                for page in pages[1:]:
                    shows(page, THERE, 1)
                desk.keep_time()
                told(desk, "end_remark")
                for page in pages:
                    shows(page, f"{PHASE} === 'free'")
        finally:
            server.kill()
            server.communicate()
    [withdrawn] = [one.event for one in desk.history if isinstance(one.event, FloorWithdrawn)]
    [given] = [one.event for one in desk.history if one.event.kind == "floor_given"]
    assert withdrawn.at.since(given.at) == LIMIT * 1000, "at its limit, whenever it is written"


def _counts_to_zero_in_silence(pages: list[Any]) -> None:
    """See that all pages say it soon, and go on as if nothing was but for that."""
    assert shows(pages[0], SILENT) < SAID + BUSY
    for page in pages[1:]:
        shows(page, SILENT, 1)
    before = [text(page, "clock") for page in pages]
    assert all(clock > "0:00" for clock in before), "the remark is still on"
    for page in pages:
        shows(page, "document.getElementById('clock').textContent === '0:00'", LIMIT)
        shows(page, f"{PHASE} === 'over_time'", 3)
    assert not any(page.evaluate(LOST) for page in pages), "their own line is alive"
    assert all(page.evaluate(SILENT) for page in pages)
