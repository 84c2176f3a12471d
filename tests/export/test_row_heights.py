"""How high the rows of a sheet are: as high as their texts need, and hardly more."""

from __future__ import annotations

import pytest

from tipfloor.export.widths import LINE, set_height

TOPIC = "O uso da tecnologia para recrutar e explorar vítimas e para prevenir o tráfico de pessoas"
"""In a column of seventeen digits it takes four lines, or five in wide letters."""


class Sheet:
    """A sheet that keeps how high its rows were made."""

    def __init__(self) -> None:
        self.lines = 1.0

    def set_row(self, _: int, height: float) -> None:
        self.lines = height / LINE


def lines(text: str, width: float) -> float:
    sheet = Sheet()
    set_height(sheet, 1, [text], [width])
    return sheet.lines


@pytest.mark.parametrize(
    ("text", "width", "least", "most"),
    [
        (TOPIC, 17, 4, 5),
        ("speaker", 12, 1, 1),
        ("i" * 40, 40, 1, 1),
        ("W" * 40, 40, 2, 2),
        ("z" * 100, 10, 9, 10),
        ("one\ntwo\nthree", 40, 3, 3),
        ("", 9, 1, 1),
    ],
)
def test_a_row_is_as_high_as_its_text_needs(text: str, width: float, least: int, most: int) -> None:
    assert least <= lines(text, width) <= most
