"""The forms that sentences need of the names of States: those of a row, else the language's own.

A language has them in `states.csv` of its folder, by code: name, the, of, to, by, agrees, also.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import DelegationPlan, Named
from tipfloor.words.catalogues import source_of

NO_FORMS: Mapping[str, str] = {}

NAMES_KEPT = 2_048
"""Names that are kept as compared: a list of speakers asks for the same again and again."""


def forms_of(row: Named, language: str) -> Mapping[str, str]:
    """Return the forms of a name in a language; none where nothing knows them.

    What the meeting file states comes first. The language's own are those of the name that it has
    for the State: another name has other forms.
    """
    if language in row.forms:
        return row.forms[language]
    if not isinstance(row, DelegationPlan):
        return NO_FORMS
    known = _states(language).get(row.code)
    name = row.name.get(language)
    if known is None or name is None or not _is_same(known["name"], name):
        return NO_FORMS
    return known


@lru_cache(maxsize=NAMES_KEPT)
def _is_same(name: str, other: str) -> bool:
    return fold_text(name) == fold_text(other)


@cache
def _states(language: str) -> dict[str, dict[str, str]]:
    """Return the rows of a language's table of States by code, none where it has no table."""
    source = source_of(language, "states.csv")
    if source is None:
        return {}
    import csv  # a desk that says no sentence needs none

    with source.open(encoding="utf-8") as opened:
        return {row["code"]: row for row in csv.DictReader(opened)}
