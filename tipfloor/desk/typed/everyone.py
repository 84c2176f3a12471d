"""How everyone is typed at once: all, or all but some, in the four languages of the meetings."""

from __future__ import annotations

import re

from tipfloor.core.ground.folding import fold_text

EVERYONE = frozenset(
    {"all", "everybody", "everyone", "toda", "todas", "todo", "todos", "tous", "toutes"}
)

BUT = frozenset(
    {"but", "except", "without", "menos", "salvo", "excepto", "exceto", "sin", "sem"}
    | {"sauf", "sans", "moins", "excepte"}
)

_WORD = re.compile(r"\w+")


def excepted(typed: str) -> str | None:
    """Return the line with only those left in it who are excepted from everyone, each in its place.

    Empty where nobody is to be, None where the line does not say everyone.
    """
    words = list(_WORD.finditer(typed))
    folded = [fold_text(word[0]) for word in words]
    if not words or folded[0] not in EVERYONE or (words[1:] and folded[1] not in BUT):
        return None
    if not words[1:]:
        return ""
    return " " * words[1].end() + typed[words[1].end() :]
