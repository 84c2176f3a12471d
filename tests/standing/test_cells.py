"""Texts broken into lines of so many cells, at plain spaces only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.hostile import HOSTILE
from tipfloor.standing.cells import cells, wrapped

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet="ab \u00a0:中é\n", max_size=30))


def test_what_holds_together_is_not_parted() -> None:
    assert wrapped("Quelle séance\u00a0: ici ou là\u00a0?", 12) == [
        "Quelle",
        "séance\u00a0: ici",
        "ou là\u00a0?",
    ]


def test_a_word_that_is_wider_than_a_line_is_divided_by_its_cells() -> None:
    assert wrapped("abcdefgh ij", 5) == ["abcde", "fgh", "ij"]
    assert wrapped("中文中文", 5) == ["中文", "中文"]


@given(TEXTS, st.integers(2, 20))
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@pytest.mark.parametrize("width", [-9, 0, 1])
@pytest.mark.parametrize("text", ["", "a word", "会議 la séance", "one\ntwo"])
def test_a_window_without_room_has_the_whole_text_too(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())
