"""Parts of a sentence beside each other, with the signs that the language puts between them.

Things in a row that a sentence names ("A, B and C") are given to it as a tuple instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.words import of_language


def apart(parts: Iterable[str]) -> str:
    """Return parts that stand apart from each other within a sentence, as by a semicolon."""
    return of_language("apart").join(parts)


def beside(parts: Iterable[str]) -> str:
    """Return parts that stand beside each other, such as codes or details, as by a comma."""
    return of_language("beside").join(parts)
