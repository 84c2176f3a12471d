"""Finding delegations as they are typed: by code or by name in any language, accents ignored."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tipfloor.core.plan.plan import DelegationPlan, Plan


@dataclass(frozen=True, slots=True)
class Phrase:
    """One group of typed words and the delegations that it may mean, the likeliest first."""

    typed: str
    found: tuple[DelegationPlan, ...]


def fold_text(text: str) -> str:
    """Return a text without case, accents or punctuation, its words a space apart."""
    plain = unicodedata.normalize("NFKD", text).casefold()  # "㎊" has capitals only then
    marks = unicodedata.normalize("NFKD", plain)
    letters = (c for c in marks if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def find(plan: Plan, typed: str) -> tuple[DelegationPlan, ...]:
    """Return the delegations that a text may mean, the likeliest first.

    A whole code comes before a whole name, then beginnings of codes, of names, of words, and at
    last what merely contains the text: "do" is the Dominican Republic, "dm" Dominica.
    """
    wanted = fold_text(typed)
    if not wanted:
        return ()
    ranked = [(_rank(item, wanted), item) for item in plan.delegations]
    likely = sorted((rank, item.code) for rank, item in ranked if rank is not None)
    by_code = {item.code: item for item in plan.delegations}
    return tuple(by_code[code] for _, code in likely)


def named(plan: Plan, text: str) -> tuple[DelegationPlan, ...]:
    """Return the delegations that have a text for their code, else for a whole name."""
    wanted = fold_text(text)
    ranks = {item: _rank(item, wanted) for item in find(plan, text)}
    for exact in (0, 1):
        if found := tuple(item for item, rank in ranks.items() if rank == exact):
            return found
    return ()


def phrases(plan: Plan, typed: str) -> tuple[Phrase, ...]:
    """Split a text into the delegations that it names: "bra costa rica ury" names three.

    A phrase with nothing found stands for words that name no delegation.
    """
    words = [word for word in typed.replace(",", " ").replace(";", " ").split() if fold_text(word)]
    found: list[Phrase] = []
    while words:
        taken = next(n for n in range(len(words), 0, -1) if n == 1 or _names(plan, words[:n]))
        group = " ".join(words[:taken])
        found.append(Phrase(group, find(plan, group)))
        words = words[taken:]
    return tuple(found)


def _names(plan: Plan, words: list[str]) -> bool:
    """Tell whether several words together begin a delegation's name."""
    wanted = fold_text(" ".join(words))
    return any(
        name.startswith(wanted) for item in plan.delegations for name in _folded(item.name.each())
    )


def _rank(item: DelegationPlan, wanted: str) -> int | None:
    codes = [fold_text(code) for code in (item.code, item.code2) if code]
    names = _folded(item.name.each())
    if wanted in codes:
        return 0
    if wanted in names:
        return 1
    if item.code.casefold().startswith(wanted):
        return 2
    if any(name.startswith(wanted) for name in names):
        return 3
    if any(word.startswith(wanted) for name in names for word in name.split()):
        return 4
    return 5 if len(wanted) > 2 and any(wanted in name for name in names) else None


def _folded(names: Iterable[str]) -> list[str]:
    return [fold_text(name) for name in names]
