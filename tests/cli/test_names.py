import io
import sys

import pytest

from tests.helpers.bodies import COUNCIL
from tests.helpers.typed import lines_of

NOBODY = ("ask", "none")


@pytest.fixture
def understood(run, monkeypatch):
    """Give the command lines, and return what it answers."""

    def ask(given: bytes, *words: str):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        return run("names", *words)

    return ask


def test_every_line_is_answered_with_whom_it_takes(understood):
    lines = lines_of("seventh_meeting.tsv")
    said = understood("\n".join(typed for typed, _ in lines).encode())
    assert [answer["line"] for answer in said.answers] == [typed for typed, _ in lines]
    for answer, (_, meant) in zip(said.answers, lines, strict=True):
        taken, behalf = " ".join(answer["taken"]), " ".join(answer["on_behalf_of"])
        assert (f"{taken} for {behalf}" if behalf else taken) == ("" if meant in NOBODY else meant)
        assert not (answer["taken"] and answer["asked"])


def test_candidates_are_given_by_code(understood):
    said = understood(b"st\njam for st\nxyz\n\n")
    assert [answer["asked"] for answer in said.answers] == [
        ["KNA", "LCA", "VCT"],
        ["JAM", "KNA", "LCA", "VCT"],
        [],
        [],
    ]
    assert said.status == 0


def test_another_meeting_has_other_names(understood):
    said = understood(b"and\r\nbrazil and chile\r\n", "--meeting", str(COUNCIL))
    assert [answer["taken"] for answer in said.answers] == [["AND"], ["BRA", "CHL"]]
    assert said.answers[0]["line"] == "and"


def test_what_is_no_text_is_a_question_and_never_a_traceback(understood):
    said = understood(b"\xef\xbb\xbfbra\n\xff\xfe\x00bra\nbra\x1b[31m\n")
    assert [answer["taken"] for answer in said.answers] == [["BRA"], [], []]
    assert said.out.isascii()


def test_a_line_without_end_is_refused(understood, monkeypatch):
    said = understood(b"bra " * 300_000)
    assert said.status == 1
    assert "Line 1 is longer than 1,000,000 bytes" in said.err


def test_a_meeting_file_at_fault_is_told(understood):
    said = understood(b"bra\n", "--meeting", "none.toml")
    assert said.status != 0
    assert said.out == ""
    assert "none.toml" in said.err


def test_nothing_is_cut(understood):
    codes = [
        "BRA",
        *(row for row in ["ARG", "CHL", "URY", "PRY", "PER", "BOL", "ECU", "COL", "PAN", "CRI"]),
    ]
    line = " ".join(["jam for", *codes * 50])
    [answer] = understood(line.encode()).answers
    assert (answer["line"], answer["on_behalf_of"]) == (line, codes)
