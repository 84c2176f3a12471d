"""The bar of block characters beside a figure."""

import pytest

from tipfloor.standing.figures.bar import bar


@pytest.mark.parametrize(
    ("part", "longest", "drawn"),
    [
        (8, 8, "████"),
        (4, 8, "██  "),
        (1, 8, "▌   "),
        (1, 9999, "▏   "),
        (0, 8, "    "),
        (0, 0, "    "),
    ],
)
def test_a_bar_is_proportionate_to_the_eighth_of_a_cell(
    part: int, longest: int, drawn: str
) -> None:
    assert bar(part, longest, 4) == drawn
