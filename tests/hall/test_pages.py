"""The pages: small, whole, in every language, and with nothing from anywhere else."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hall.hall_at_work import ROOT, Hall, hall_of
from tests.helpers.desk import Desk
from tests.helpers.hostile import HOSTILE
from tipfloor.hall.page import PAGES
from tipfloor.words import languages
from tipfloor.words.plain import plain

LARGEST = 30_000
SHOWN = [name for name in PAGES if name not in ("index", "panel")]
PATHS = ["/", *(f"/{name}" for name in SHOWN)]
PARTS = ROOT / "tipfloor" / "hall" / "pages"

NEWER = [
    *(r"\?\.", r"\?\?", r"=>", r"\bconst\b", r"\blet\b", r"\bclass\b", r"`", r"\basync\b"),
    *(
        r"\.at\(",
        r"replaceAll",
        r"\.includes\(",
        r"\bfetch\(",
        r"\.{3}",
        r"padStart",
        r"\bglobalThis",
    ),
    *(r"Object\.(entries|values|assign|fromEntries)", r"\.remove\(\)", r"\.append\(", r"NodeList"),
]
"""Signs of a script newer than ES5, or of a browser newer than a television of ten years ago."""


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_small_and_asks_nobody_else(hall: Hall, path: str) -> None:
    status, headers, body = hall.ask(path)
    text = body.decode()
    assert status == 200
    assert len(body) < LARGEST
    nonce = re.search(r"'nonce-([\w-]+)'", headers["content-security-policy"])
    assert nonce
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "require-trusted-types-for 'script'" in headers["content-security-policy"]
    scripts = re.findall(r"<(?:script|style)([^>]*)>", text)
    assert all(nonce[1] in one or "application/json" in one for one in scripts)
    outside = [url for url in re.findall(r"https?://[^\s\"']+", text) if "w3.org" not in url]
    assert outside == []
    assert re.search(r"\son\w+=|style=|\{\w+\}\}", text) is None


def test_each_answer_has_a_nonce_of_its_own(hall: Hall) -> None:
    policies = {hall.ask("/hall")[1]["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


def test_pages_come_packed_where_that_is_taken(hall: Hall) -> None:
    _, headers, body = hall.ask("/hall", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert len(body) < 7000


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_in_the_language_that_is_asked_for(hall: Hall, path: str, language: str) -> None:
    by_query = hall.ask(f"{path}?lang={language}")[2].decode()
    by_browser = hall.ask(path, Accept_Language=f"xx, {language}-XX;q=0.9, de;q=0.1")[2].decode()
    assert f'<html lang="{language}"' in by_query
    assert f'<html lang="{language}"' in by_browser
    room = tomllib.loads((ROOT / f"tipfloor/words/{language}/hall.toml").read_text("utf-8"))
    assert room[path[1:] or "index"] in by_query


def test_every_language_has_every_word_of_the_pages() -> None:
    words = ROOT / "tipfloor" / "words"
    for name in ("hall", "phases"):
        english = tomllib.loads((words / "en" / f"{name}.toml").read_text("utf-8"))
        for language in languages():
            there = tomllib.loads((words / language / f"{name}.toml").read_text("utf-8"))
            assert english.keys() == there.keys(), language


def test_every_word_that_a_page_asks_for_is_there() -> None:
    english = tomllib.loads((ROOT / "tipfloor/words/en/hall.toml").read_text("utf-8"))
    asked = {
        word for path in PARTS.glob("*.html") for word in re.findall(r"{{(\w+)}}", path.read_text())
    }
    asked |= {word for look in PAGES.values() for word in look.words} | set(PAGES)
    assert asked - english.keys() == set()
    said = {
        word
        for path in PARTS.glob("*.js")
        for word in re.findall(r"\bwords\.(\w+)", path.read_text())
    }
    own = {word for look in PAGES.values() for word in look.words}
    assert (
        said
        - own
        - {"phase", "record", "resumes", "waiting", "list_ends", "kind"}
        - {*("chair", "present", "plan")}
        == set()
    )


@pytest.mark.parametrize("path", sorted(PARTS.glob("*.js")), ids=lambda path: path.name)
def test_a_script_has_nothing_that_an_old_television_has_not(path: Path) -> None:
    code = re.sub(r"//.*|\"[^\"\n]*\"|/[^/\n]+/g", "", path.read_text("utf-8"))
    assert [sign for sign in NEWER if re.search(sign, code)] == []


def test_a_style_has_nothing_that_an_old_television_must_have() -> None:
    styles = "".join(path.read_text("utf-8") for path in PARTS.glob("*.css"))
    for newer in (
        "clamp(",
        "min(",
        "max(",
        "var(",
        "gap:",
        "inset:",
        "aspect-ratio",
        "dvh",
        ":is(",
    ):
        assert newer not in styles
    assert "animation" not in styles, "nothing flashes"


MARKUP = ["</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>']


@pytest.mark.parametrize("names", [MARKUP, *zip(HOSTILE[::2], HOSTILE[1::2], strict=True)])
def test_names_made_to_break_pages_are_text(convene: Callable[..., Desk], names: list[str]) -> None:
    desk = convene(names=dict(zip(("BRA", "CHL"), names, strict=True)))
    desk.tell("open_session", session="technology", reason="straight to it")
    for code in ("BRA", "CHL"):
        desk.tell("inscribe", delegation=code)
    desk.tell("give_floor")
    with hall_of(desk) as hall:
        for path in PATHS:
            assert b"alert(1)" not in hall.ask(path)[2]
        _, headers, body = hall.ask("/api/state")
        assert headers["content-type"] == "application/json"
        assert headers["x-content-type-options"] == "nosniff"
        assert json.loads(body)["floor"]["speaker"]["name"] == plain(names[0])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("size=200", "3.100vw"),
        ("size=9999", "6.200vw"),
        ("size=1", "0.775vw"),
        ("size=x%22%3E%3Cscript%3E", "1.550vw"),
        ("position=top-right", "top:5vh;right:4vw"),
        ("position=bottom", "bottom:7vh;left:50%"),
        ("position=%7D*%7Bdisplay:none", "bottom:7vh;left:4vw"),
        ("time=1", 'data-time="1"'),
        ("", 'data-time="0"'),
    ],
)
def test_the_overlay_is_where_and_as_large_as_is_asked(hall: Hall, query: str, found: str) -> None:
    body = hall.ask(f"/overlay?{query}")[2].decode()
    assert found in body
    assert body.count("<script") == 2


@pytest.mark.parametrize("theme", ["dark", "light", "contrast", "auto"])
def test_a_look_is_asked_for(hall: Hall, theme: str) -> None:
    assert f'class="{theme}"' in hall.ask(f"/hall?theme={theme}")[2].decode()
    assert 'class="auto"' in hall.ask("/hall?theme=%22onload")[2].decode()
