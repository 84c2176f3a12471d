"""The board of the recommendations: its window into a long list, and the width of its lines."""

import pytest

from tests.helpers.hostile import HOSTILE
from tipfloor.core.state.recommendation import Recommendation
from tipfloor.standing.cells import cells
from tipfloor.standing.sections.recommendation_line import SIGNS, recommendation_line
from tipfloor.standing.sections.recommendations import ROWS, window


@pytest.mark.parametrize("length", [1, ROWS, ROWS + 1, 40, 400])
def test_the_window_has_every_place_in_sight(length: int) -> None:
    for place in range(length):
        first, last = window(length, place)
        assert 0 <= first <= place < last <= length
        assert (last - first) + (first > 0) + (last < length) == min(length, ROWS)
        assert first != 1
        assert last != length - 1


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [8, 33, 60])
def test_a_line_is_never_wider_than_its_board(text: str, width: int) -> None:
    line = recommendation_line(Recommendation(7, text), width, current=True)
    assert line.cells <= width
    assert "\n" not in line.text
    assert all(span.text for span in line.spans)


def test_each_sign_is_one_cell() -> None:
    assert all(cells(sign) == 1 for sign, _ in SIGNS.values())
