"""Names that are spelled nearly alike, found by the pairs of letters that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

MISSPELT = 0.75
"""Likeness from which a text may be a misspelt name; 1 is the same."""

COMPARED = 24
"""Names that share the most pairs of letters, which alone are compared letter by letter."""

LONGEST = 60
"""Letters of a text that are compared; no name that people type has more."""


class NearNames:
    """Names to compare a text with; to compare with thousands takes well under a millisecond."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(name[:LONGEST] for name in names)
        self._places: dict[str, list[int]] = defaultdict(list)
        self._sizes = [len(pairs) for pairs in map(_pairs, self._names)]
        for place, name in enumerate(self._names):
            for pair in _pairs(name):
                self._places[pair].append(place)

    def like(self, text: str, least: float = MISSPELT) -> list[tuple[float, str]]:
        """Return the names at least so like a text, the likest first, with their likeness."""
        text = text[:LONGEST]
        pairs = _pairs(text)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._places.get(pair, ()))
        total = len(pairs)
        best = sorted(
            shared, key=lambda place: shared[place] / (total + self._sizes[place]), reverse=True
        )
        found: list[tuple[float, str]] = []
        for place in best[:COMPARED]:
            name = self._names[place]
            if (likeness := 2 * _in_common(text, name) / (len(text) + len(name))) >= least:
                found.append((likeness, name))
        return sorted(found, key=lambda item: -item[0])


def _pairs(text: str) -> set[str]:
    """Return the pairs of letters of a text, its first and last letter with the edge included."""
    edged = f" {text} "
    return {edged[place : place + 2] for place in range(len(edged) - 1)}


def _in_common(one: str, other: str) -> int:
    """Return how many letters two texts have in common, in the same order.

    Each letter of `one` is a bit, so that a whole row of the usual table is one sum (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    whole = (1 << len(one)) - 1
    missing = whole
    for letter in other:
        met = missing & places.get(letter, 0)
        missing = ((missing + met) | (missing - met)) & whole
    return len(one) - missing.bit_count()
