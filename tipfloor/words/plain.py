"""Text that people or files supplied, made harmless before it is shown or written."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that no file can hold, so that its place is seen."""

_BREAKS = re.compile("(?<! ) *(?:[\t\n\v\f\r\x85\u2028\u2029] *)+")
"""Characters that begin another line or column, with the spaces beside them."""

_OLD_BREAKS = re.compile("[\v\f]")
"""Breaks that XML forbids, and for which it has another."""

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # among them the start of a terminal's sequences
_HALVES = "\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)

_UNSOUND = re.compile(f"[{_CONTROLS}{_HALVES}{_NO_CHARACTERS}]")
"""Control characters, halves of a character and codes that are none: XML forbids most of them."""

UNSEEN = re.compile(
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
    return _UNSOUND.sub(REPLACEMENT, _OLD_BREAKS.sub("\n", text))


def plain(text: str) -> str:
    """Return sound text on one line, without the characters that turn or hide others."""
    if text.isprintable():
        return text
    made = UNSEEN.sub("", _BREAKS.sub(" ", sound(text)))
    return text if made == text else made  # the same, so that it still knows what it says


def visible(text: str) -> str:
    """Return text in which every character that is not seen is written as \\uXXXX."""
    return UNSEEN.sub(_escaped, text)


_PASSWORD = re.compile(
    r"""([A-Za-z][A-Za-z0-9+.-]*:/{0,2}[^\s:/@'"“”]*:)[^\s'"“”]*(?=@)|(\b(?:ssl)?password\s*=\s*)[^\s&'"“”]+"""
)
"""A password in an address or in its keywords, wherever it was typed."""


def concealed(text: str) -> str:
    """Return text without the passwords of addresses in it, such as a complaint repeats them."""
    if "@" not in text and "password" not in text:
        return text
    return _PASSWORD.sub(lambda found: f"{found[1] or found[2]}•••", text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[place : place + 2].hex() for place in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
