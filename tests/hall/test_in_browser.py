"""The pages in a real browser: the same second, whatever its clock says and whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.hall.browsing import (
    chromium,
    opened,
    shows,
    sync_api,
    text,
    until_so,
    window,
)
from tests.hall.hall_at_work import Hall, hall_of, real_desk, until
from tests.helpers.desk import Desk


@pytest.fixture(scope="module")
def playwright() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Any) -> Iterator[Any]:
    browser = chromium(playwright)
    yield browser
    browser.close()


def free_port() -> int:
    """Return a port below those that the system gives away by itself."""
    for port in range(20_000 + os.getpid() % 5000, 32_000):
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:
            continue
    raise AssertionError("no port is free")


def process(record: Path, port: int) -> subprocess.Popen[bytes]:
    """Start a server at a port, and return once it answers."""
    command = [sys.executable, "-m", "tipfloor", "serve", "--record", str(record)]
    started = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stdout.readline()
    return started


LOST = "/last news \\d\\d:\\d\\d:\\d\\d/.test(document.getElementById('notice').textContent)"
THERE = "document.getElementById('notice').hidden"


def test_a_server_that_is_killed_or_frozen_is_told_and_found_again(
    browser: Any, tmp_path: Path
) -> None:
    desk, port = real_desk(tmp_path, "BRA", "CHL"), free_port()
    desk.tell("give_floor")
    server = process(desk.record, port)
    try:
        with window(browser) as context:
            page = opened(context, port, "/hall")
            assert page.evaluate(THERE)
            server.kill()
            server.communicate()
            shows(page, LOST, 6)
            before = text(page, "clock")
            shows(page, f"document.getElementById('clock').textContent < '{before}'", 3)
            desk.tell("pause")
            server = process(desk.record, port)
            assert shows(page, THERE) < 2
            shows(page, "document.documentElement.getAttribute('data-phase') === 'paused'", 2)
            server.send_signal(signal.SIGSTOP)
            shows(page, LOST, 7)
            server.send_signal(signal.SIGCONT)
            assert shows(page, THERE) < 2
    finally:
        server.kill()
        server.communicate()
        desk.close()


@pytest.mark.parametrize("status", [502, 503, 204])
def test_a_line_that_a_proxy_refuses_is_opened_again(browser: Any, hall: Hall, status: int) -> None:
    refused: list[str] = []

    def answer(route: Any) -> None:
        if len(refused) < 2:
            refused.append(route.request.url)
            route.fulfill(status=status, body="")
        else:
            route.continue_()

    with window(browser) as context:
        context.route("**/api/events*", answer)
        page = opened(context, hall.port, "/hall")
        until_so(lambda: len(refused) == 2, page)
        page.wait_for_timeout(1500)
        hall.tell("give_floor")
        shows(page, "document.getElementById('name').textContent === 'Brazil'", 3)
        assert page.evaluate(THERE)


def test_the_sixth_page_of_a_browser_shows_the_meeting(browser: Any, hall: Hall) -> None:
    hall.tell("give_floor")
    with window(browser) as context:
        pages = [opened(context, hall.port, "/hall") for _ in range(6)]
        assert [text(page, "name") for page in pages] == ["Brazil"] * 6


def test_back_on_a_page_it_shows_what_is_now(browser: Any, hall: Hall) -> None:
    with window(browser) as context:
        page = opened(context, hall.port, "/hall")
        page.goto(f"http://127.0.0.1:{hall.port}/lectern")
        hall.tell("give_floor")
        page.go_back()
        shows(page, "document.getElementById('name').textContent === 'Brazil'")


ASLEEP = """
(function () {
  var real = performance.now.bind(performance), lost = 0;
  performance.now = function () { return real() - lost; };
  window.sleep = function (ms) { lost += ms; };
}());
"""


def test_after_a_sleep_the_second_is_right_again(browser: Any, tmp_path: Path) -> None:
    desk = real_desk(tmp_path, "BRA")
    desk.tell("give_floor")
    with hall_of(desk) as hall, window(browser, script=ASLEEP) as context:
        page = opened(context, hall.port, "/lectern")
        page.evaluate("sleep(20000)")
        page.wait_for_timeout(2500)
        left = (desk.floor.left(desk.clock.now()) or 0) / 1000
        minutes, seconds = text(page, "clock").split(":")
        assert abs(int(minutes) * 60 + int(seconds) - left) < 2
    desk.close()


def test_a_page_left_open_overnight_shows_the_mornings_session(
    browser: Any, session: Callable[..., Desk]
) -> None:
    desk = session("BRA")
    with hall_of(desk) as hall, window(browser, script=ASLEEP) as context:
        page = opened(context, hall.port, "/hall")
        context.set_offline(True)
        desk.tell("end_session", waiting="carry_over")
        desk.tell("adjourn", resumes="09:00")
        desk.clock.advance(16 * 3600_000)
        desk.tell("resume_meeting")
        desk.tell("open_session", session="climate", reason="as planned")
        desk.tell("inscribe", delegation="JAM")
        desk.tell("give_floor", delegation="JAM", reason="as agreed")
        page.evaluate("sleep(16 * 3600000)")
        context.set_offline(False)
        shows(page, "document.getElementById('name').textContent === 'Jamaica'")
        assert "The topic of climate" in text(page, "topic")
        assert page.evaluate(THERE)


HIDE = """
Object.defineProperty(document, "hidden", { get: function () { return !!window.away; } });
window.go = function (away) {
  window.away = away; document.dispatchEvent(new Event("visibilitychange"));
};
"""


def test_a_hidden_page_lets_its_line_go_and_takes_it_back(browser: Any, hall: Hall) -> None:
    with window(browser, script=HIDE) as context:
        page, ended = opened(context, hall.port, "/hall"), []
        page.on("requestfailed", lambda request: ended.append(request.url))
        page.wait_for_timeout(300)
        page.evaluate("go(true)")
        until_so(lambda: any("/api/events" in url for url in ended), page)
        hall.tell("give_floor")
        page.wait_for_timeout(200)
        assert text(page, "name") == ""
        page.evaluate("go(false)")
        shows(page, "document.getElementById('name').textContent === 'Brazil'")


def test_a_record_that_does_not_answer_is_told(browser: Any, hall: Hall) -> None:
    hall.tell("give_floor")
    with window(browser) as context:
        page = opened(context, hall.port, "/hall?lang=fr")
        aside = hall.desk.record.with_suffix(".aside")
        hall.desk.record.rename(aside)
        shows(
            page, "/Le registre ne répond plus/.test(document.getElementById('notice').textContent)"
        )
        assert hall.ask("/healthz")[0] == 503
        assert text(page, "name") == "Brazil"
        aside.rename(hall.desk.record)
        shows(page, THERE)
        until(lambda: hall.ask("/healthz")[0] == 200)


def test_phases_are_announced_once_and_the_timer_is_silent(browser: Any, hall: Hall) -> None:
    hall.tell("give_floor")
    with window(browser) as context:
        page = opened(context, hall.port, "/lectern")
        page.evaluate(
            "window.told = []; new MutationObserver(function () {"
            "told.push(document.getElementById('said').textContent); })"
            ".observe(document.getElementById('said'), { childList: true })"
        )
        for _ in range(3):
            hall.desk.clock.advance(20_000)
            hall.tell("pause")
            hall.tell("resume")
        page.wait_for_timeout(300)
        told = page.evaluate("told")
        assert len(told) <= 7
        assert all(one != other for one, other in pairwise(told))
        clock = page.evaluate(
            "(function (c) { return [c.getAttribute('role'), c.getAttribute('aria-live')]; })"
            "(document.getElementById('clock'))"
        )
        assert clock == ["timer", None]


def test_names_made_to_break_pages_are_shown_as_text(
    browser: Any, convene: Callable[..., Desk]
) -> None:
    name = "<img src=x onerror=alert(1)></script><script>alert(2)</script>\"'{{hall}}"
    desk = convene(names={"BRA": name, "CHL": name})
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in ("BRA", "CHL"):
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    desk.tell("point_of_order", delegation="CHL")
    with hall_of(desk) as hall, window(browser) as context:
        for path in ("/hall", "/chair", "/overlay"):
            page = opened(context, hall.port, path)
            shows(page, "document.getElementById('name').textContent !== ''")
            assert text(page, "name") == name
            assert page.evaluate("document.querySelectorAll('img').length") == 0
        page = opened(context, hall.port, "/record")
        shows(page, "document.getElementById('minutes').textContent.indexOf('onerror') > 0")
        assert page.evaluate("document.querySelectorAll('img').length") == 0
        page.fill("#find", "nowhere to be found")
        shows(page, "document.getElementById('found').textContent === '0 found'")
        assert text(page, "minutes") == "", "no heading stands without what was found"


def test_the_record_is_found_by_the_code_of_a_delegation(browser: Any, tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "DMA", "DOM", names={"DMA": "Dominica"})
    for _ in range(2):
        desk.tell("give_floor")
        desk.clock.advance(20_000)
        desk.tell("end_remark")
    desk.tell("end_session", waiting="carry_over")
    with hall_of(desk) as hall, window(browser) as context:
        page = opened(context, hall.port, "/record")
        found = "document.getElementById('found').textContent"
        for typed, number in (("dominica", 3), ("DMA", 2), ("dom", 2)):
            shows(page, "document.querySelectorAll('#figures tr').length === 2")
            page.fill("#find", typed)
            shows(page, f"parseInt({found}, 10) > 0")
            assert text(page, "found") == f"{number} found", text(page, "minutes")
    desk.close()
