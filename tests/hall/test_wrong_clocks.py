"""Pages whose clocks are wrong show the desk's second, through a whole remark."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from tests.hall.browsing import FAKETIME, chromium, chromium_off_by, opened, shows, sync_api
from tests.hall.hall_at_work import hall_of, real_desk
from tipfloor.core.state.remark import Remark

WITHIN = 100
"""Milliseconds by which a page may differ from the desk."""

AGAIN = 3
"""Times that a remark is played where the machine left a page without its time."""

LIMIT = 8

SHIFTED = """
(function () {{
  var real = Date.now, by = {0};
  Date.now = function () {{ return real() + by; }};
}}());
"""

SEEN = """
window.seen = [];
window.heldUp = 0;
new MutationObserver(function () {
  var now = performance.timeOrigin + performance.now();
  var clock = document.getElementById("clock");
  if (clock && (!seen.length || seen[seen.length - 1][0] !== clock.textContent)) {
    seen.push([clock.textContent, now]);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
window.watchMachine = function () {
  var last = performance.now();
  setInterval(function () {
    heldUp = Math.max(heldUp, performance.now() - last - 20);
    last = performance.now();
  }, 20);
};
"""

Seen = list[list[Any]]
"""What a clock showed, and from when on, in milliseconds since 1970 by the machine's clock."""


class Played(NamedTuple):
    """What the pages showed of a remark, when each second was due, and how late timers came."""

    pages: list[Seen]
    due: dict[str, float]
    held_up: float

    def wrong(self) -> list[object]:
        """Return what was shown too early or too late, or in another order than elsewhere."""
        orders = [[clock for clock, _ in seen] for seen in self.pages]
        if orders != orders[:1] * len(orders):
            return [*orders]
        late = [
            {clock: at - self.due[clock] for clock, at in reversed(seen)} for seen in self.pages
        ]
        return [
            one
            for one in late
            if one.keys() != self.due.keys() or max(map(abs, one.values())) >= WITHIN
        ]


def test_pages_with_wrong_clocks_show_the_desks_second(tmp_path: Path) -> None:
    """By 37 s, for the whole process where libfaketime is installed, and by -5 minutes."""
    with sync_api.sync_playwright() as playwright, ExitStack() as ending:
        right = chromium(playwright)
        ending.callback(right.close)
        off = chromium_off_by(playwright, 37) if FAKETIME else right
        if FAKETIME:
            ending.callback(off.close)
        for attempt in range(AGAIN):
            played = play(tmp_path / str(attempt), right, off)
            if not played.wrong() or played.held_up < WITHIN:
                break
    assert played.wrong() == []


def play(folder: Path, right: Any, off: Any) -> Played:
    """Play a remark with a point of order until two seconds after its end, before three pages."""
    folder.mkdir()
    desk = real_desk(folder, "BRA", "CHL", limit_seconds=LIMIT, warnings_at_seconds=(5, 2))
    ticks_to_wall = time.time() * 1000 - desk.clock.now().ticks
    by_script = "" if FAKETIME else SHIFTED.format(37_000)
    with hall_of(desk) as hall, ExitStack() as ending:
        pages = []
        for browser, script in ((right, ""), (off, by_script), (right, SHIFTED.format(-300_000))):
            context = browser.new_context()
            ending.callback(context.close)
            context.add_init_script(script + SEEN)
            pages.append(opened(context, hall.port, "/hall"))
        assert 30 < pages[1].evaluate("Date.now()") / 1000 - time.time() < 40
        for page in pages:
            page.evaluate("watchMachine()")
        desk.tell("give_floor")
        pages[0].wait_for_timeout(2500)
        desk.tell("point_of_order", delegation="MEX")
        pages[0].wait_for_timeout(1200)
        desk.tell("rule_on_point", ruling="noted")
        desk.tell("resume")
        for page in pages:
            shows(page, "/^[+]0:0[2-9]/.test(document.getElementById('clock').textContent)", 12)
        remark = desk.floor
        found = [page.evaluate("seen.slice()") for page in pages]
        held_up = max(page.evaluate("heldUp") for page in pages)
    desk.close()
    if FAKETIME:
        found[1] = [[clock, at - 37_000] for clock, at in found[1]]
    seconds = due(remark, ticks_to_wall)
    return Played([[one for one in seen if one[0] in seconds] for seen in found], seconds, held_up)


def due(remark: Remark, ticks_to_wall: float) -> dict[str, float]:
    """Return when each second of a remark begins, but for the one that it begins with."""
    limit, found = remark.limit or 0, {}
    for second in range(LIMIT - 1, -3, -1):
        spoken = limit - second * 1000
        at = remark._reached(min(spoken, limit)).ticks + max(0, spoken - limit)
        found[f"{'+' if second < 0 else ''}0:0{abs(second)}"] = at + ticks_to_wall
    return found
