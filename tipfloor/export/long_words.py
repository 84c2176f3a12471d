"""Words wider than a line or a column of a PDF, which Typst sets beyond it or over the next one."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

MAY_BREAK = "\N{ZERO WIDTH SPACE}"
"""The mark of a place at which a line may end within a word, for which the layout has no letter."""

JOINER = "\N{ZERO WIDTH JOINER}"

NARROW, USUAL, CAPITAL, WIDE = 0.34, 0.55, 0.74, 0.95
"""What a character takes at most, as a rule, in parts of the size of its font."""

SLIM, BROAD = frozenset("ijlftrI.,;:'!|()[]-/1"), frozenset("mwMWÆŒ@%—…")


def breakable(text: str, room: float) -> str:
    """Return text whose words may go on in the next line where they are wider than the room.

    The room is a line's or a column's, in parts of the size of the font.
    """
    if len(text) * WIDE <= room:
        return text
    words = text.split(" ")
    if max(map(len, words)) * WIDE <= room:
        return text
    return " ".join(_broken(word) if width(word) > room else word for word in words)


def width(word: str) -> float:
    """Return how wide a word is, in parts of the size of its font; rather more than it is."""
    return sum(map(_of_character, word))


def _of_character(character: str) -> float:
    if character in SLIM:
        return NARROW
    if character in BROAD or unicodedata.east_asian_width(character) in "WF":
        return WIDE
    return CAPITAL if character.isupper() else USUAL


def _broken(word: str) -> str:
    """Return a word with a place to break behind each letter, none within one of several codes."""
    parts = [word[:1]]
    for former, character in pairwise(word):
        joined = JOINER in (former, character) or unicodedata.category(character).startswith("M")
        parts += [character] if joined else [MAY_BREAK, character]
    return "".join(parts)
