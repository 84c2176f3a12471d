"""Every list of the files, with rows or without, has words for its sheet and its columns."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from tipfloor.export.data import INTERNAL_LISTS, LISTS
from tipfloor.export.listed import known
from tipfloor.export.package.flattening import tables_of
from tipfloor.export.reckoning.figures import DRAWN
from tipfloor.words import has, speaking

LISTED = {name: told for name, told in {**LISTS, **INTERNAL_LISTS}.items() if name not in DRAWN}


@pytest.mark.parametrize("name", LISTED)
def test_a_list_has_words_for_its_sheet_and_each_column(name: str) -> None:
    """What the other languages lack of the English words, `test_languages_of_files` names."""
    (kind,) = get_args(get_type_hints(LISTED[name])["return"])
    tables = tables_of(name, kind, ())
    columns = {(table.name, column.name) for table in tables for column in table.columns}
    words = {
        *(x for of, x in columns if (of, f"{x}_text") not in columns and not x.endswith("_text")),
        *(table.name.removeprefix(f"{table.parent}_") for table in tables if table.parent),
    }
    with speaking("en"):
        assert has(f"export.sheet_{name}")
        needed = words - {"row", "parent_row", "of"}
        assert sorted(x for x in needed if not has(f"export.column_{known(x)}")) == []
