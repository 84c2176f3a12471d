"""A cell of the table is text or a number, never a formula or a second line."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.export.csv import cell

SIGNS = "=+-@\t\r"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u3000=1",
        "\u200b=1",
        "\u202e=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "\u22121",
    ],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Brazil", "'quoted'", "A=B", "national authority", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_numbers_stay_numbers() -> None:
    assert (cell(7), cell(118.25), cell(0.0), cell(None)) == ("7", "118.250", "0.000", "")


def test_lists_are_joined() -> None:
    assert cell(("BRA", "CHL")) == "BRA; CHL"


AWKWARD = SIGNS + "\uff1d\uff0b\uff0d\uff20 \u3000\x00\n\u202e"
hostile = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()))


@given(hostile)
def test_no_text_is_a_formula_or_has_a_control_character(text: str) -> None:
    written = cell(text)
    assert not unicodedata.normalize("NFKC", written).lstrip().startswith(tuple(SIGNS))
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in written)


@given(st.lists(hostile, min_size=1))
def test_a_line_of_cells_is_read_back_as_written(texts: list[str]) -> None:
    line = [cell(text) for text in texts]
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(line)
    assert next(csv.reader(io.StringIO(file.getvalue(), newline=""))) == line
