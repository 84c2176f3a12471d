"""A page as one answer: its words, its look and its script, with nothing from anywhere else."""

from __future__ import annotations

import json
import re
import secrets
from functools import cache
from html import escape
from importlib.resources import files

from msgspec import Struct
from starlette.types import Scope

from tipfloor.hall.answering import Answer
from tipfloor.hall.asking import query
from tipfloor.hall.cards import cards, choices
from tipfloor.standing.phase import SIGNS
from tipfloor.words import say, speaking


class Look(Struct, frozen=True):
    """What a page is built of: its styles and, where it fits its window, its measure in ems."""

    styles: tuple[str, ...]
    across: int = 0
    down: int = 0
    words: tuple[str, ...] = ()


PAGES: dict[str, Look] = {
    "index": Look(("common", "document")),
    "hall": Look(("common", "screen"), 28, 30),
    "lectern": Look(("common", "screen", "lectern"), 27, 16),
    "chair": Look(("common", "screen", "chair"), 28, 25),
    "overlay": Look(("common", "overlay")),
    "agenda": Look(("common", "document"), words=("now", "planned", "actual", "forecast")),
    "record": Look(("common", "document"), words=("found", "broken")),
    "panel": Look(
        ("common", "document", "panel"),
        words=("done", "unreached", "whose_point", "cancel"),
    ),
}
"""Every page by its name; `words` are what its script says of itself."""

THEMES = ("auto", "dark", "light", "contrast")
POSITIONS = ("bottom-left", "bottom", "bottom-right", "top-left", "top", "top-right")
SIZES = (50, 400)
"""Per cent of the overlay's own size."""

TAG = re.compile(r"\{\{(\w+)\}\}")
INDENT = re.compile(r"\n\s+")
COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)


def page(name: str, language: str, scope: Scope) -> Answer:
    """Return a page in a language, in the look that its address asks for."""
    nonce, asked = secrets.token_urlsafe(16), query(scope)
    with speaking(language):
        body = _document(name, language, asked, nonce)
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    headers = [
        (b"content-security-policy", policy.encode()),
        (b"vary", b"accept-language, cookie"),
    ]
    return Answer(body.encode(), "text/html; charset=utf-8", headers=headers)


def _document(name: str, language: str, asked: dict[str, str], nonce: str) -> str:
    look, theme = PAGES[name], asked.get("theme", "")
    theme = theme if theme in THEMES else THEMES[0]
    kept = {"theme": theme if theme != THEMES[0] else "", "lang": asked.get("lang", "")}
    facts = {
        "title": escape(say("hall.program")),
        "time": "1" if asked.get("time") == "1" else "0",
        "cards": cards(kept),
        "languages": choices("lang", kept),
        "looks": choices("theme", kept),
    }
    body = TAG.sub(lambda found: escape(say(f"hall.{found[1]}")), _part(f"{name}.html"))
    for fact, value in facts.items():
        body = body.replace(f"{{{fact}}}", value)
    own = _placed(asked) if name == "overlay" else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" class="{theme}" data-across="{look.across}" '
        f'data-down="{look.down}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<link rel="icon" href="data:,">'
        f"<title>{escape(say(f'hall.{name}'))} · {escape(say('hall.program'))}</title>"
        f'<style nonce="{nonce}">{_styles(name)}{own}</style></head>\n<body class="{name}">{body}'
        '<p id="notice" role="status" hidden></p>'
        '<p id="said" class="sr" aria-live="polite"></p>'
        f"<noscript><p>{escape(say('hall.no_script'))}</p></noscript>"
        f'<script type="application/json" id="words">{_words(look)}</script>'
        f'<script nonce="{nonce}">{_script(name)}</script></body></html>\n'
    )


def _words(look: Look) -> str:
    """Return what the script says itself, as JSON that ends no script."""
    told = {
        "signs": {phase.value: sign for phase, sign in SIGNS.items()},
        "lost": say("hall.lost"),
        **{word: say(f"hall.{word}") for word in look.words},
    }
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def _placed(asked: dict[str, str]) -> str:
    """Return where the overlay stands and how large it is."""
    wanted = asked.get("position", "")
    place = wanted if wanted in POSITIONS else POSITIONS[0]
    size = asked.get("size", "")
    least, most = SIZES
    percent = min(most, max(least, int(size))) if size.isascii() and size.isdigit() else 100
    sides = {"left": "left:4vw", "right": "right:4vw"}
    side = sides.get(place.rpartition("-")[2], "left:50%;transform:translateX(-50%)")
    edge = "top:5vh" if place.startswith("top") else "bottom:7vh"
    measure = f"calc({percent * 0.04:.2f}px + {percent * 0.0155:.3f}vw)"
    return f"html{{font-size:{measure}}}#bar{{{edge};{side}}}"


@cache
def _styles(name: str) -> str:
    return "".join(_part(f"{style}.css") for style in PAGES[name].styles).replace("\n", "")


@cache
def _script(name: str) -> str:
    whole = _part("core.js") + _part(f"{name}.js")
    return INDENT.sub("\n", COMMENT.sub("", whole))


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath("pages", name).read_text(encoding="utf-8")
