"""Every list of the files, with rows or without, has words for its sheet and its columns."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from tipfloor.export.data import INTERNAL_LISTS, LISTS
from tipfloor.export.reckoning.figures import DRAWN
from tipfloor.export.sheets import columns_of
from tipfloor.words import has, speaking

LISTED = {name: told for name, told in {**LISTS, **INTERNAL_LISTS}.items() if name not in DRAWN}


@pytest.mark.parametrize("name", LISTED)
def test_a_list_has_words_for_its_sheet_and_each_column(name: str) -> None:
    """What the other languages lack of the English words, `test_languages_of_files` names."""
    (kind,) = get_args(get_type_hints(LISTED[name])["return"])
    needed = [f"export.sheet_{name}", *(f"export.column_{x}" for x in columns_of(kind).values())]
    with speaking("en"):
        assert [key for key in needed if not has(key)] == []
