"""Text that people or files supplied, made harmless before it is shown or written."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
"""Characters that begin another line or column."""

UNSEEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters, among them the start of a terminal's sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the direction of writing
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # without a glyph
    "\ud800-\udfff"  # halves of a character, which no file can hold
    "\U000e0000-\U000e007f"  # tags
    "]"
)
"""Characters that are not seen themselves and change how others are."""


def plain(text: str) -> str:
    """Return text on one line, without control characters and marks of writing direction."""
    if text.isprintable():
        return text
    return UNSEEN.sub("", _BREAKS.sub(" ", text))


def visible(text: str) -> str:
    """Return text in which every character that `plain` would take away is written as \\uXXXX."""
    return UNSEEN.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[place : place + 2].hex() for place in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
