"""Text that people or files supplied, made harmless before it is shown or written."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that no file can hold, so that its place is seen."""

# Patterns are compiled where a text first needs them: most are plain as they are.

_BREAKS = "(?<! ) *(?:[\t\n\v\f\r\x85\u2028\u2029] *)+"
"""Characters that begin another line or column, with the spaces beside them."""

_OLD_BREAKS = "[\v\f]"
"""Breaks that XML forbids, and for which it has another."""

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # among them the start of a terminal's sequences
_HALVES = "\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)

_UNSOUND = f"[{_CONTROLS}{_HALVES}{_NO_CHARACTERS}]"
"""Control characters, halves of a character and codes that are none: XML forbids most of them."""

_UNSEEN = (
    "["
    "\x00-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the direction of writing
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # without a glyph
    "\U000e0000-\U000e007f"  # tags
    f"{_HALVES}{_NO_CHARACTERS}"
    "]"
)
"""Characters that are not seen themselves and change how others are."""


def sound(text: str) -> str:
    """Return text that every form of file can hold; what none can hold shows as U+FFFD.

    Line breaks and marks of writing direction stay.
    """
    if text.isprintable():
        return text
    return re.sub(_UNSOUND, REPLACEMENT, re.sub(_OLD_BREAKS, "\n", text))


def plain(text: str) -> str:
    """Return sound text on one line, without the characters that turn or hide others."""
    if text.isprintable():
        return text
    made = re.sub(_UNSEEN, "", re.sub(_BREAKS, " ", sound(text)))
    return text if made == text else made  # the same, so that it still knows what it says


def visible(text: str) -> str:
    """Return text in which every character that is not seen is written as \\uXXXX."""
    return re.sub(_UNSEEN, _escaped, text)


_PASSWORD = (
    r"""([A-Za-z][A-Za-z0-9+.-]*:/{0,2}[^\s:/@'"“”]*:)[^\s'"“”]*(?=@)"""
    r"""|(\b(?:ssl)?password\s*=\s*)[^\s&'"“”]+"""
)
"""A password in an address or in its keywords, wherever it was typed."""


def concealed(text: str) -> str:
    """Return text without the passwords of addresses in it, such as a complaint repeats them."""
    if "@" not in text and "password" not in text:
        return text
    return re.sub(_PASSWORD, lambda found: f"{found[1] or found[2]}•••", text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[place : place + 2].hex() for place in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
