import tomllib
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.meetingfile.fault import Path
from tipfloor.meetingfile.lines import DEEPEST, line_of, lines_of

TEXT = '''\
# a comment with [brackets] and a = sign
top = 1
"quoted # key" = 'x # no comment'
"a\\u0062" = 0
many = """
[no.table]
key = "no key" \\""" """"  # closed by the last three of four
dates = [ # a comment
  2024-02-05,
  # another, with a ]
  2024-02-06, 1979-05-27 07:32:00,
]
[table.inner]
literal = \'\'\'
x = 1
\'\'\'
a . b = { c = [1, {d = 2}], "e f" = "}" }
[[list]]
x = 1
[list.sub]
y = 2
[[list]]
[[list.deep]]
[[ list . deep ]]
z.z = [ [], [
  1]]
[table]
w = 1
'''

EXPECTED: dict[Path, int] = {
    ("top",): 2,
    ("quoted # key",): 3,
    ("ab",): 4,
    ("many",): 5,
    ("dates",): 8,
    ("dates", 0): 9,
    ("dates", 1): 11,
    ("dates", 2): 11,
    ("table",): 27,
    ("table", "inner"): 13,
    ("table", "inner", "literal"): 14,
    ("table", "inner", "a"): 17,
    ("table", "inner", "a", "b", "c", 1): 17,
    ("list",): 18,
    ("list", 0): 18,
    ("list", 0, "x"): 19,
    ("list", 0, "sub", "y"): 21,
    ("list", 1): 22,
    ("list", 1, "deep"): 23,
    ("list", 1, "deep", 0): 23,
    ("list", 1, "deep", 1): 24,
    ("list", 1, "deep", 1, "z", "z"): 26,
    ("table", "w"): 28,
}


def paths_of(data: Any, path: Path = ()) -> set[Path]:
    """Return each path within parsed TOML, as deep as lines are kept."""
    found = {path} if path else set()
    if len(path) < DEEPEST:
        items = enumerate(data) if isinstance(data, list) else ()
        for key, value in data.items() if isinstance(data, dict) else items:
            found |= paths_of(value, (*path, key))
    return found


def test_each_way_to_state_a_key_has_its_line() -> None:
    lines = lines_of(TEXT)
    assert {path: lines.get(path) for path in EXPECTED} == EXPECTED
    assert set(lines) == paths_of(tomllib.loads(TEXT))


def test_what_is_not_stated_has_the_line_of_the_table_around_it() -> None:
    lines = lines_of(TEXT)
    assert line_of(lines, ("list", 1, "nothing", 4)) == 22
    assert line_of(lines, ("nothing",)) == 1


SIMPLE = st.booleans() | st.integers(-9, 9) | st.text(max_size=9) | st.datetimes() | st.dates()
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4), st.booleans())
def test_every_path_of_any_toml_has_a_line(data: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline).replace("\r\n", "\n")
    lines = lines_of(text)
    assert set(lines) == paths_of(tomllib.loads(text))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(st.text(alphabet="[]{}=.,'\"\\#\n ab1", max_size=40))
def test_what_is_no_toml_ends_the_walk_quietly(text: str) -> None:
    lines_of(text)
