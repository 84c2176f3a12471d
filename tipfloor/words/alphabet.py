"""Lists of delegations in their order: that of the body, else the alphabet of the language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.words import language, of_language, say

SORT = "sort"
"""The form of a name by which it is sorted, where that is another than the name."""


def in_order(rows: Iterable[DelegationPlan], first: str) -> list[DelegationPlan]:
    """Return delegations by their rank in the body's order, then the others by the alphabet.

    `first` is the language of a name that the one spoken at present has not.
    """
    return sorted(
        rows,
        key=lambda row: (row.order_es is None, row.order_es or 0, *_alphabetically(row, first)),
    )


def order_told(rows: Sequence[DelegationPlan], first: str) -> str:
    """Return by which order a list of delegations goes, empty where it has but one."""
    if len(rows) < 2:
        return ""
    if any(row.order_es for row in rows):
        return say("export.order_es")
    strange = any(_alphabetically(row, first)[0] for row in rows)
    return say("export.order_scripts" if strange else "export.order_letters")


def letters(name: str) -> str:
    """Return a name as the alphabet has it: letter by letter, spaces, accents and case ignored."""
    folded = fold_text(name)
    passed_over = of_language("passed_over")
    if passed_over and folded.startswith(f"{passed_over} "):
        folded = folded.removeprefix(passed_over)
    return folded.replace(" ", "")


def _alphabetically(row: DelegationPlan, first: str) -> tuple[bool, str]:
    """Return what sorts a name: those of other scripts behind, by the numbers of their letters."""
    spoken = language()
    name = row.forms.get(spoken, {}).get(SORT) or row.named(spoken, first) or row.code
    key = letters(name)
    return not unicodedata.name(key[:1] or "A", "").startswith(("LATIN", "DIGIT")), key
