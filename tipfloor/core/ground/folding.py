"""Folding: texts without what people type one way or another, to compare and not to show."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
"""Letters that Unicode does not take apart."""

_OF_ASCII = {ord(c): c.lower() if c.isalnum() else " " for c in map(chr, range(128))}


def fold_text(text: str) -> str:
    """Return a text without case, accents or punctuation, its words a space apart."""
    if text.isascii():
        return " ".join(text.translate(_OF_ASCII).split())
    plain = unicodedata.normalize("NFKD", text).casefold()  # "㎊" has capitals only then
    marks = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    return " ".join("".join(_folded(c) for c in marks).split())


@lru_cache(maxsize=4_096)
def _folded(char: str) -> str:
    if char.isalnum() and not unicodedata.combining(char):
        return char
    # A soft hyphen or a mark of direction stands within a word, unseen.
    return "" if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") else " "
