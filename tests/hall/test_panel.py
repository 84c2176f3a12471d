"""The panel of buttons in a real browser, from the first press to the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.hall.browsing import chromium, shows, sync_api, window
from tests.hall.hall_at_work import TOKEN, Hall, until


@pytest.fixture
def hall(acting: Hall) -> Hall:
    return acting


@pytest.fixture
def page(hall: Hall) -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = chromium(playwright)
        with window(browser) as context:
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{hall.port}/panel?token={TOKEN}&lang=en")
            assert "token" not in page.url
            shows(page, "!document.querySelector('button[data-act=next]').disabled")
            yield page
        browser.close()


def told(hall: Hall) -> list[str]:
    hall.desk.proceedings.follow()
    return [item.event.kind for item in hall.desk.proceedings.history]


def test_each_button_does_what_it_says(hall: Hall, page: Any) -> None:
    def press(act: str, kind: str, times: int = 1) -> None:
        shows(page, f"!document.querySelector('button[data-act={act}]').disabled")
        page.click(f"button[data-act={act}]")
        until(lambda: told(hall).count(kind) == times)
        page.wait_for_timeout(150)

    press("absent", "absent_when_called")
    press("next", "floor_given")
    shows(page, "document.getElementById('name').textContent === 'Chile'")
    press("slides", "request_refused")
    press("pause", "clock_paused")
    press("pause", "clock_resumed")
    press("point", "clock_paused", 2)
    page.click("#choose button:has-text('Mexico')")
    until(lambda: "point_raised" in told(hall))
    shows(page, "document.getElementById('choosing').hidden")
    page.click("button[data-act=end]")
    shows(page, "document.getElementById('answer').textContent !== ''")
    assert all(
        one.told.by == "panel" for one in hall.desk.proceedings.history if one.told.by != "tell"
    )
    until(lambda: [one.told.by for one in hall.desk.proceedings.history].count("panel") > 5)


def test_the_next_and_the_end_are_those_of_what_is_on(hall: Hall, page: Any) -> None:
    def press(act: str, kind: str) -> None:
        shows(page, f"!document.querySelector('button[data-act={act}]').disabled")
        page.click(f"button[data-act={act}]")
        until(lambda: kind in told(hall))

    hall.desk.tell("end_session", waiting="carry_over")
    hall.desk.tell("add_address", office="Guest", delegation="JAM", planned_seconds=600)
    shows(page, "document.getElementById('following').textContent === 'Guest'")
    shows(page, "document.querySelector('button[data-act=end]').disabled")
    press("next", "address_begun")
    press("end", "remark_ended")
    hall.desk.tell("begin_interlude", what="film")
    press("end", "interlude_ended")


def test_nobody_raises_the_point_and_the_clock_goes_on(hall: Hall, page: Any) -> None:
    page.click("button[data-act=next]")
    shows(page, "document.getElementById('name').textContent === 'Brazil'")
    page.click("button[data-act=point]")
    until(lambda: "clock_paused" in told(hall))
    page.click("#choose button:has-text('Nobody')")
    until(lambda: "clock_resumed" in told(hall))
    assert "point_raised" not in told(hall)
