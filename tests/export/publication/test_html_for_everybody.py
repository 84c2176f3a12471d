"""The HTML form in a browser: open to everybody as far as axe can tell, and by rules of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.export.test_long_words import LONG
from tests.hall.browsing import chromium, sync_api, window
from tests.helpers.play import Play
from tipfloor.export import Scope, export, take, written
from tipfloor.proceedings import Proceedings

axe_page = pytest.importorskip("axe_playwright_python.base", reason="axe is not installed")

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
}

OWN_RULES = r"""() => {
  const wrong = [], ids = {};
  document.querySelectorAll("[id]").forEach(x => {
    if (ids[x.id]) wrong.push("twice: " + x.id);
    ids[x.id] = true;
  });
  document.querySelectorAll("a[href^='#']").forEach(x => {
    if (!ids[decodeURIComponent(x.hash.slice(1))]) wrong.push("nowhere: " + x.hash);
  });
  document.querySelectorAll("table").forEach(x => {
    if (!x.querySelector("thead th[scope=col]")) wrong.push("no column heads");
    if (!x.querySelector("tbody th[scope=row]")) wrong.push("no row heads");
    if (!x.caption) wrong.push("no caption");
  });
  document.querySelectorAll("script, link, img:not([src^='data:']), iframe").forEach(x => {
    wrong.push("asks for something: " + x.outerHTML.slice(0, 80));
  });
  document.querySelectorAll("svg text").forEach(x => {
    const light = getComputedStyle(x).fill.match(/[\d.]+/g).slice(0, 3).map(c => {
      c = c / 255;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    const bright = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    if (1.05 / (bright + 0.05) < 4.5) wrong.push("faint: " + x.textContent);
  });
  document.querySelectorAll("svg[role=img]").forEach(x => {
    if (!x.getAttribute("aria-label") && !x.querySelector("title")) wrong.push("nameless drawing");
  });
  if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push("wider than the window");
  return wrong;
}"""
"""What axe lets pass: ids twice, anchors to nowhere, tables without heads, faint text in drawings.

Nothing is asked for from elsewhere either.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        started = chromium(play)
        yield started
        started.close()


SCOPES = {
    "publication": Scope(times=True, language="fr"),
    "timekeeping": Scope(reader="timekeeping"),
    "internal": Scope(internal=True, language="pt"),
}


@pytest.mark.parametrize("name", SCOPES)
def test_the_page_is_open_to_everybody(browser: Any, whole_meeting: Proceedings, name: str) -> None:
    html = written(take(whole_meeting, SCOPES[name]), "html").decode()
    with window(browser, viewport={"width": 800, "height": 900}) as context:
        page = context.new_page()
        page.set_content(html)
        page.evaluate(axe_page.AXE_FILE_PATH.read_text(encoding="utf-8"))
        found = page.evaluate("options => axe.run(document, options)", OPTIONS)
        told = [
            (item["id"], node["html"][:120])
            for kind in ("violations", "incomplete")
            for item in found[kind]
            for node in item["nodes"]
            if kind == "violations"
            or not node["html"].startswith("<text ")  # drawn: a rule of ours
        ]
        assert told == []
        assert page.evaluate(OWN_RULES) == []


def test_nothing_is_wider_than_a_telephone(browser: Any, in_session: Callable[..., Play]) -> None:
    """Neither the digests at the foot nor names that are one long word."""
    play = in_session(LONG)
    play.act("inscribe", delegation="BRA", on_behalf_of=["CHL"])
    play.speak(150)
    play.act("adopt_document", document="plan", insist=True, reason="x")
    with window(browser, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        page.set_content(export(play.proceedings, "html", Scope(times=True)).decode())
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        figures = page.locator("tbody td.right").all_inner_texts()
        assert figures
        assert not any("\n" in text for text in figures)
