"""Which deeds people mean by a few words: their names, what else they are called, what they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.little_words import LITTLE as SMALL
from tipfloor.words import has, say

NAME, ALSO, TOLD = 8.0, 9.0, 3.0
"""What a word is worth that is one of the name, the first of the other names, of the sentence."""

LATER = 0.1
"""By how much each further one of the other names is worth less."""

BEGUN = 0.6
"""How much of it a word is worth that is only the beginning of one."""

LITTLE = SMALL | {"an", "at", "for", "in", "is", "it", "on", "or", "with"}
"""Words that say nothing of what is meant."""


@dataclass(frozen=True, slots=True)
class Called:
    """A deed with what each word is worth by which it is found."""

    name: str
    worth: Mapping[str, float]


def called(name: str) -> Called:
    """Return a deed with the words that the catalogues have for it."""
    also = say(f"keys.{name}_also") if has(f"keys.{name}_also") else ""
    worth = dict.fromkeys(_words(say(f"keys.{name}_help")), TOLD)
    worth |= dict.fromkeys(_words(say(f"keys.{name}")), NAME)
    for place, word in enumerate(_words(also)):
        worth[word] = max(worth.get(word, 0), ALSO - LATER * place)
    return Called(name, worth)


def found(typed: str, deeds: Iterable[Called]) -> list[str]:
    """Return the names of the deeds that some words mean, the best first, else as they came.

    A deed is found by every word that says something, be it only begun; where none has them all,
    by some of them.
    """
    asked = [word for word in _words(typed) if word not in LITTLE] or [fold_text(typed)]
    each = [([_of_word(word, deed) for word in asked], deed.name) for deed in deeds]
    worth = [(sum(points), name) for points, name in each if all(points)]
    worth = worth or [(sum(points), name) for points, name in each if any(points)]
    return [name for _, name in sorted(worth, key=lambda item: -item[0])]


def in_order(likely: Sequence[str], names: Iterable[str]) -> list[str]:
    """Return names with those that are likely now before the others."""
    every = list(names)
    first = [name for name in likely if name in every]
    return list(dict.fromkeys((*first, *every)))


def _of_word(word: str, deed: Called) -> float:
    begun = (value for known, value in deed.worth.items() if known.startswith(word))
    return max(deed.worth.get(word, 0), BEGUN * max(begun, default=0))


@lru_cache(maxsize=2_048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, kept for the catalogue's texts: each letter typed asks anew."""
    return tuple("".join(c if c.isalnum() else " " for c in fold_text(text)).split())
