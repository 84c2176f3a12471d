"""The index: a still picture of each page with its link, and the choice of language and look."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from tipfloor.words import languages, own_name, say

STILLS = {
    "hall": (
        (20, 14, 120, 8),
        (30, 28, 100, 30),
        (50, 62, 60, 9),
        (20, 76, 90, 5),
        (20, 83, 80, 5),
    ),
    "lectern": ((15, 20, 130, 44), (45, 70, 70, 11)),
    "chair": (
        (15, 12, 130, 8),
        (15, 24, 110, 8),
        (15, 42, 60, 12),
        (95, 42, 50, 18),
        (15, 72, 90, 6),
    ),
    "overlay": ((12, 66, 3, 18), (18, 66, 90, 9), (18, 78, 70, 5)),
    "agenda": tuple((15, 12 + 11 * row, 130 - 17 * (row % 3), 5) for row in range(7)),
    "record": (
        (15, 12, 70, 7),
        (15, 25, 130, 4),
        (15, 33, 120, 4),
        (15, 50, 110, 7),
        (15, 62, 70, 7),
        (15, 74, 40, 7),
    ),
}
"""Of each page the bars of its picture: left, top, width and height, of 160 by 90."""


def cards(kept: dict[str, str]) -> str:
    """Return an item of the list for each page."""
    return "".join(_card(name, kept) for name in STILLS)


def choices(parameter: str, kept: dict[str, str]) -> str:
    """Return links to the index in each language, or in each look."""
    if parameter == "lang":
        named = [(code, own_name(code).rpartition(" (")[0] or code) for code in languages()]
    else:
        named = [(look, say(f"hall.theme_{look}")) for look in ("dark", "light", "contrast")]
    return "".join(
        f'<li><a href="{address("/", {**kept, parameter: value})}"'
        f"{_spoken(value) if parameter == 'lang' else ''}>{escape(name)}</a></li>"
        for value, name in named
    )


def address(path: str, kept: dict[str, str]) -> str:
    """Return an address that keeps language and look."""
    asked = urlencode({name: value for name, value in kept.items() if value})
    return escape(f"{path}?{asked}" if asked else path)


def _spoken(language: str) -> str:
    return f' lang="{language}" hreflang="{language}"'


def _card(name: str, kept: dict[str, str]) -> str:
    bars = "".join(
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="1"/>'
        for x, y, width, height in STILLS[name]
    )
    picture = (
        '<svg viewBox="0 0 160 90" aria-hidden="true" fill="currentColor">'
        f'<rect width="160" height="90" fill-opacity=".12"/><g fill-opacity=".75">{bars}</g></svg>'
    )
    told = f"<strong>{escape(say(f'hall.{name}'))}</strong><br>{escape(say(f'hall.{name}_about'))}"
    return f'<li><a href="{address(f"/{name}", kept)}">{picture}{told}</a></li>'
