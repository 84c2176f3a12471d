"""Texts that people take for the same, and the nearest known word to a slip."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from tipfloor.words import say
from tipfloor.words.joining import beside


def folded(text: str) -> str:
    """Return text without case, accents and doubled spaces, to compare and not to show."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in apart if not unicodedata.combining(char)).split())


def with_nearest(words: str, slip: str, known: Iterable[str], most: int = 1) -> str:
    """Add "did you mean …?" to the words where a known word is near to the slip."""
    import difflib  # only a fault needs it

    by_folded = {folded(word): word for word in known}
    near = difflib.get_close_matches(folded(slip[:100]), by_folded, n=most)
    if not near:
        return words
    return say("faults.nearest", fault=words, words=beside(by_folded[word] for word in near))
