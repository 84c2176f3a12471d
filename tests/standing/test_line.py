"""Lines of spans with their roles: put together, joined, fitted to a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.hostile import HOSTILE
from tipfloor.standing.cells import cells
from tipfloor.standing.line import EMPTY, Line, Span, joined

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
LINES = st.lists(st.tuples(TEXTS, st.sampled_from(["plain", "strong", "quiet"]))).map(
    lambda parts: Line.of(*parts)
)


def test_a_line_keeps_the_role_of_each_part() -> None:
    inner = Line.of(("BRA", "strong"), " ")
    line = Line.of("1 ", inner, ("Brazil", "quiet"), ("", "bad"))
    assert line.spans == (
        Span("1 ", "plain"),
        Span("BRA", "strong"),
        Span(" ", "plain"),
        Span("Brazil", "quiet"),
    )
    assert line.text == "1 BRA Brazil"


def test_a_line_without_text_is_false_and_equal_to_any_other() -> None:
    assert not Line.of("", ("", "strong"))
    assert Line.of("") == EMPTY
    assert Line.of(" ")


def test_what_is_cut_keeps_its_roles_and_the_ellipsis_that_of_its_place() -> None:
    line = Line.of(("Guatemala", "strong"), ("speaks", "quiet"))
    assert line.truncated(12) == Line.of(("Guatemala", "strong"), ("sp…", "quiet"))
    assert line.truncated(10) == Line.of(("Guatemala", "strong"), ("…", "quiet"))
    assert line.truncated(4, ellipsis=False) == Line.of(("Guat", "strong"))
    assert line.truncated(0) == line.truncated(-3) == EMPTY


def test_a_line_is_filled_up_with_blanks_of_no_role() -> None:
    assert Line.of(("BRA", "strong")).truncated(5, pad=True) == Line.of(("BRA", "strong"), "  ")


def test_a_line_that_stands_out_keeps_what_has_a_meaning() -> None:
    line = Line.of("Brazil ", ("██", "accent"), (" late", "warning")).emphasised()
    assert [span.role for span in line.spans] == ["strong", "strong accent", "warning"]


def test_lines_are_joined_by_what_stands_between_them() -> None:
    assert joined(" · ", [Line.of("a"), EMPTY, Line.of("b")]).text == "a ·  · b"
    assert joined(" · ", []) == EMPTY


@pytest.mark.parametrize(("text", "width"), [("", 0), ("Perú", 4), ("中文", 4), ("e\u0301", 1)])
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width


@given(LINES, st.integers(-2, 40))
def test_a_line_is_never_wider_than_it_was_cut_to(line: Line, width: int) -> None:
    assert line.truncated(width).cells <= max(0, width)
    assert line.truncated(width, pad=True).cells == max(0, width)
