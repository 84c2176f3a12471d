"""What the pages look like: nothing cut, nothing over anything else, and open to everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from tests.hall.browsing import chromium, opened, shows, sync_api, window
from tests.hall.hall_at_work import TOKEN, Hall, hall_of
from tests.helpers.desk import Desk
from tests.helpers.flags import svg
from tipfloor.core.plan.flags import Image
from tipfloor.hall.access import Access, cookie_of
from tipfloor.words import languages

axe_page = pytest.importorskip("axe_playwright_python.base", reason="axe is not installed")

SIZES = [(320, 568), (1280, 720), (3840, 2160)]
PAGES = ["hall", "lectern", "chair", "overlay?time=1", "agenda", "record", ""]
FITTED = ("hall", "lectern", "chair", "overlay?time=1")

LONGEST = {
    "BRA": "Saint Vincent and the Grenadines and the Commonwealth of the Northern Islands",
    "CHL": "Permanent Observer Mission of the Sovereign Order of Somewhere and Elsewhere",
    "URY": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
}

OVERLAPS = """
(function () {
  var found = [], boxes = [];
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  var node, range, own, el, style, whole = document.documentElement;
  while ((node = walker.nextNode())) {
    el = node.parentElement;
    style = getComputedStyle(el);
    if (!node.nodeValue.trim()) continue;
    if (el.closest("script,style,noscript,.sr,#notice,[hidden]")) continue;
    if (style.visibility === "hidden" || style.display === "none") continue;
    own = el.closest("thead");
    if (own && getComputedStyle(own).position === "absolute") continue;
    range = document.createRange();
    range.selectNodeContents(node);
    own = range.getBoundingClientRect();
    if (own.left < -1 || own.right > innerWidth + 1) found.push("cut: " + node.nodeValue.trim());
    if (FIT && (own.top < -1 || own.bottom > Math.max(innerHeight, whole.scrollHeight) + 1)) {
      found.push("below: " + node.nodeValue.trim());
    }
    Array.prototype.forEach.call(range.getClientRects(), function (box) {
      boxes.push([box, node.nodeValue.trim(), node]);
    });
  }
  boxes.forEach(function (one, place) {
    boxes.slice(place + 1).forEach(function (other) {
      var a = one[0], b = other[0];
      var across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      var down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (one[2] !== other[2] && across > 2 && down > 0.3 * Math.min(a.height, b.height)) {
        found.push(one[1] + " over " + other[1]);
      }
    });
  });
  if (whole.scrollWidth > innerWidth) found.push("wider than its window");
  return found;
}())
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def crowded(convene: Callable[..., Desk]) -> Iterator[Hall]:
    """A hall with the longest names there are, flags beside them, and a point of order."""
    desk = convene(names=LONGEST)
    plan = desk.meeting.plan
    flag = Image("image/svg+xml", svg()).as_text()
    flying = tuple(replace(row, flag=flag) for row in plan.delegations)
    desk.tell("adopt_plan", plan=replace(plan, delegations=flying))
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in ("BRA", "CHL", "URY", "DOM", "JAM", "MEX", "SLV"):
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    desk.clock.advance(95_000)
    desk.tell("point_of_order", delegation="URY")
    access = Access(control={TOKEN: "panel"})
    with hall_of(desk, access, tell=Nobody()) as hall:
        yield hall


class Nobody:
    """A teller whom nobody asks."""

    def __call__(self, act: bytes, by: str) -> dict[str, Any]:
        raise AssertionError(act)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("language", languages())
def test_nothing_is_cut_and_nothing_overlaps(browser: Any, crowded: Hall, language: str) -> None:
    wrong = {}
    for name, page in each_page(browser, crowded, f"lang={language}"):
        if name == "agenda":
            shows(page, "document.querySelectorAll('#rows tr').length > 0")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            if found := settled(page, name in FITTED):
                wrong[name, width] = found
    assert wrong == {}


def each_page(browser: Any, hall: Hall, asked: str) -> Iterator[tuple[str, Any]]:
    """Give every page by its name, opened as asked, once it shows the meeting."""
    with window(browser) as context:
        context.add_cookies([panel_cookie(hall)])
        page = context.new_page()
        for name in [*PAGES, "panel"]:
            sign = "&" if "?" in name else "?"
            page.goto(f"http://127.0.0.1:{hall.port}/{name}{sign}{asked}")
            shows(page, "document.documentElement.getAttribute('data-phase') !== null")
            yield name, page


def settled(page: Any, fitted: bool) -> Any:
    """Return what is wrong with a page's layout once that has had its time."""
    script = OVERLAPS.replace("FIT", "true" if fitted else "false")
    for _ in range(20):
        page.wait_for_timeout(50)
        if not (found := page.evaluate(script)):
            break
    return found


def test_what_is_cut_or_overlaps_is_found(browser: Any, crowded: Hall) -> None:
    with window(browser) as context:
        page = opened(context, crowded.port, "/hall")
        page.evaluate("document.getElementById('name').style.marginLeft = '-99px'")
        page.evaluate("document.getElementById('clock').style.marginTop = '-99px'")
        found = page.evaluate(OVERLAPS.replace("FIT", "true"))
    assert any(" over " in one for one in found)


def panel_cookie(hall: Hall) -> dict[str, Any]:
    """Return the cookie that opens the panel."""
    url = f"http://127.0.0.1:{hall.port}"
    return {"name": "tipfloor-control", "value": cookie_of(TOKEN), "url": url}


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_every_page_is_open_to_everybody(browser: Any, crowded: Hall, theme: str) -> None:
    """WCAG 2.2 AA as far as axe can tell, the size of targets included."""
    axe = axe_page.AXE_FILE_PATH.read_text(encoding="utf-8")
    options = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
    }
    wrong = {}
    for name, page in each_page(browser, crowded, f"theme={theme}"):
        page.wait_for_timeout(500 if name.startswith("overlay") else 100)
        page.evaluate(axe)
        found = page.evaluate("options => axe.run(document, options)", options)
        told = [
            (item["id"], node["html"][:120])
            for item in found["violations"]
            for node in item["nodes"]
        ]
        if told:
            wrong[name] = told
    assert wrong == {}


def test_nothing_moves_for_whoever_wants_less_motion(browser: Any, crowded: Hall) -> None:
    with window(browser, reduced_motion="reduce") as context:
        page = opened(context, crowded.port, "/overlay")
        moving = "getComputedStyle(document.getElementById('bar')).transitionDuration"
        assert page.evaluate(moving) == "0s"
