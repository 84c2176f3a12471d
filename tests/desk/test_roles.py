"""What every face shows as Textual draws it."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.helpers.hostile import HOSTILE
from tipfloor.desk.roles import STYLES, content
from tipfloor.standing.line import EMPTY, Line, Role
from tipfloor.words.plain import plain

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12)).map(plain)


def test_every_role_has_a_style_and_no_two_the_same() -> None:
    assert STYLES.keys() == set(get_args(Role))
    assert len(set(STYLES.values())) == len(STYLES)


def test_lines_stand_below_one_another_in_the_styles_of_their_roles() -> None:
    shown = content((Line.of(("a", "strong"), "b"), EMPTY, Line.of(("c", "quiet"))))
    assert shown.plain == "ab\n\nc"
    assert [(span.start, span.end, span.style) for span in shown.spans] == [
        (0, 1, "bold"),
        (4, 5, "$text-muted"),
    ]


def test_a_name_is_never_markup() -> None:
    assert content(Line.of("[bold]x[/bold]")).plain == "[bold]x[/bold]"


@given(st.lists(st.tuples(TEXTS, st.sampled_from(get_args(Role)))), st.integers(0, 40))
def test_a_line_is_cut_and_measured_as_textual_cuts_and_measures(parts, width: int) -> None:
    line = Line.of(*parts)
    whole = Content.assemble(*((text, STYLES[role]) for text, role in parts if text))
    assert line.cells == whole.cell_length
    assert content(line.truncated(width)).is_same(whole.truncate(width, ellipsis=True))
    padded = content(line.truncated(width, pad=True))
    assert padded.is_same(whole.truncate(width, ellipsis=True, pad=True))
