"""Whatever lies at the path, the answer is a sentence."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.meetingfile import Fault, FaultsFound, read_plan, write_first_plan

FaultsIn = Callable[[str | bytes], tuple[Fault, ...]]


def first_plan() -> str:
    with tempfile.TemporaryDirectory() as folder:
        write_first_plan(Path(folder, "first.toml"))
        return Path(folder, "first.toml").read_text(encoding="utf-8")


SMALL = first_plan()
DEEP = "moments = " + "[\n" * 1900 + "]" * 1900

CONTENTS: list[tuple[bytes | str, int | None, str]] = [
    (SMALL.encode("utf-16"), 1, "UTF-16"),
    ("[meeting]\ntitle = 'Perú'".encode("latin-1"), 2, "byte 13 of this line (0xfa)"),
    (b"\xef\xbb\xbf[meeting]\n\xff", 2, "byte 1 of this line (0xff)"),
    (b"\xef\xbb\xbfab\xff", 1, "byte 6 of this line (0xff)"),
    (b"[meeting]\ntitle = '\x00'", 2, "zero byte"),
    (b"\n" + b"x" * 5000, 2, "5,000 characters"),
    (DEEP, None, "too deep"),
    ("[meeting]\ntitle 'x'", 2, "column 7: no equals sign"),
    ("[meeting]\ntitle = x", 2, "column 9: no value"),
    ("[meeting]\ntitle = 'x'\ntitle = 'y'", 3, "this key is stated before"),
    ("[meeting]\n[meeting]", 2, "this table is opened before"),
    ("moments = []\n[[moments]]", 2, "this table is complete before"),
    ("[meeting]\ntitle = 'x\nbody = 1", 2, "a text is not closed"),
    ("[meeting]\ntitle = \"\"\"x\nbody = 1", 2, "ends too soon: a text is not closed"),
    ("[meeting]\ntitle = 'a' 'b'", 2, "something stands behind the value"),
    ("[meeting]\ntitle = \"\\d\"", 2, "a backslash"),
    ("[meeting]\ndays = [2024-02-30]", 2, "no date of the calendar"),
    ("[meeting]\ndays = [1 2]", 2, "a list is not closed"),
    ("[meeting]\ndays = {a = 1 b = 2}", 2, "a table in braces is not closed"),
    ("[meeting\ntitle = 1", 1, "a table's name is not closed"),
    ("[meeting]\n! = 1", 2, "expected key = value"),
    ("[meeting]\ntitle = 'a\x01b'", 2, "a character that cannot stand here"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line", "words"), CONTENTS)
def test_what_is_no_meeting_file_is_said_in_a_sentence(
    content: bytes | str, line: int | None, words: str, faults_in: FaultsIn
) -> None:
    (fault,) = faults_in(content)
    assert words in fault.expected
    assert (fault.line, fault.path) == (line, "")


@pytest.mark.parametrize("wrong", ["1", "'x'", "{}", "[]", "[1]", "[[]]", "nan", "2024-01-01"])
@pytest.mark.parametrize("table", ["meeting", "rules", "moments", "sessions", "delegations"])
def test_a_wrong_type_for_a_whole_table(table: str, wrong: str, faults_in: FaultsIn) -> None:
    if (table, wrong) not in {("rules", "{}"), ("sessions", "[]")}:
        assert table in {
            fault.path.partition("[")[0].partition(".")[0]
            for fault in faults_in(f"{table} = {wrong}")
        }


def test_a_comment_alone_lacks_the_tables(faults_in: FaultsIn) -> None:
    assert [fault.path for fault in faults_in("# soon")] == ["delegations", "meeting", "moments"]


def test_a_byte_order_mark_and_dos_line_ends_are_read(small: str, faults_in: FaultsIn) -> None:
    assert faults_in(b"\xef\xbb\xbf" + small.replace("\n", "\r\n").encode()) == ()


def test_dotted_keys_of_any_depth_are_only_unknown(small: str, faults_in: FaultsIn) -> None:
    (fault,) = faults_in("a" + ".a" * 900 + " = 1\n" + small)
    assert (fault.line, fault.path) == (1, "a")


def told_of(content: bytes) -> tuple[Fault, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sessions.toml")
        path.write_bytes(content)
        try:
            read_plan(path)
        except FaultsFound as found:
            return found.faults
    return ()


def assert_told_plainly(content: bytes) -> None:
    assert all(str(fault).isprintable() and fault.expected for fault in told_of(content))


@given(st.binary(max_size=200))
def test_no_bytes_cause_anything_but_faults(content: bytes) -> None:
    assert_told_plainly(content)


@given(st.integers(0, len(SMALL)), st.integers(0, 60), st.text(max_size=20))
def test_no_cut_or_typing_causes_anything_but_faults(at: int, cut: int, typed: str) -> None:
    assert_told_plainly((SMALL[:at] + typed + SMALL[at + cut :]).encode("utf-8", "surrogatepass"))


SCALARS = ["0", "-1", "1.5", "nan", "true", "''", "'x'", "[]", "[1]", "{}", "{x=1}", "[[]]",
           "2024-03-09", "09:00:00", "2024-03-09T00:00:00", "2024-03-09T00:00:00Z",
           "9999-12-31T23:59:59", "0001-01-01T00:00:00", "[2024-03-09T00:00:00]",
           "['a', 'a']", "[0001-01-01]"]  # fmt: skip
STATEMENTS = [line for line in SMALL.splitlines() if " = " in line]


@given(st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(SCALARS)), max_size=4))
def test_no_value_anywhere_causes_anything_but_faults(changes: list[tuple[str, str]]) -> None:
    text = SMALL
    for statement, value in changes:
        text = text.replace(statement, f"{statement.partition(' = ')[0]} = {value}")
    assert_told_plainly(text.encode())
