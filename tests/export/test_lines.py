"""Rows of a list as lines of JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from tipfloor.export.lines import AT_ONCE, lined
from tipfloor.export.unpacking import unpacked
from tipfloor.words import say
from tipfloor.words.plain import visible


class Told(Struct, frozen=True):
    text: str
    texts: tuple[str, ...]
    number: float | None


any_text = st.text(st.characters(codec=None), max_size=12)
told = st.builds(
    Told, any_text, st.lists(any_text, max_size=2).map(tuple), st.none() | st.floats(0, 9e9)
)


@given(st.lists(told, max_size=6))
def test_any_rows_are_read_as_they_are_unpacked(rows: list[Told]) -> None:
    member = b"".join(lined("rows", rows)).decode()
    assert json.loads(f"{{{member}}}") == {"rows": unpacked(rows)}
    assert visible(line := member.replace("\n", "")) == line
    assert len(member.splitlines()) == len(rows) + (3 if rows else 2)


@pytest.mark.parametrize(
    "text", ["\x7f", "\u202e", "\x1b[2J", "\v", "\ud800", "\N{LINE SEPARATOR}"]
)
def test_a_row_with_something_unseen_leaves_the_others_as_they_are(text: str) -> None:
    sound = [Told("Perú", ("“a”", 'b"c', "d\\e"), 1.5)] * 3
    plain = b"".join(lined("rows", sound)).splitlines()
    mixed = b"".join(lined("rows", [*sound, Told(text, (), None)])).splitlines()
    assert mixed[2:4] == plain[2:4]
    assert visible(line := mixed[5].decode()) == line


def test_rows_go_on_behind_those_that_are_written_at_once() -> None:
    rows = [Told(say("export.remarks"), (), float(number)) for number in range(2 * AT_ONCE + 1)]
    [read] = json.loads(f"{{{b''.join(lined('rows', rows)).decode()}}}").values()
    assert [row["number"] for row in read] == [row.number for row in rows]
