"""`tipfloor verify --against`: what is said of a file, and what was compared."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import once
from tipfloor.export.program import program
from tipfloor.forms import FORMS


@pytest.fixture
def spoken(told, home, monkeypatch):
    monkeypatch.setenv("TIPFLOOR_RECORD", str(home / "r.sqlite"))
    once(home / "r.sqlite", lambda: spoken_by(told), "files are compared with it")


def spoken_by(told):
    told("open-session", "introductory", "straight to it")
    for code in ("BRA", "CHL", "URY"):
        told("inscribe", code)
    for _ in range(2):
        told("give-floor")
        told("end-remark")
    told("give-floor")


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_made_again_and_compared_whole(run, told, spoken, home, form):
    """Also after the record went on and a remark of the file was corrected in it."""
    assert run("export", "--format", form, "--output", "file").status == 0
    said = run("verify", "--against", "file")
    assert (said.status, "as it stands" in said.out) == (0, True), said
    assert "matches to the last byte" in said.out
    told("end-remark")
    told("correct", "1", "ARG", "a slip")
    said = run("verify", "--against", "file")
    assert (said.status, "gone on" in said.out) == (0, True)
    assert "matches to the last byte" in said.out
    (home / "other").write_text("f" * 64)
    assert run("verify", "--against", "other").status == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (form, words)
        for form in FORMS
        for words in (("--internal",), ("--language", "es"), ("--session", "introductory"))
        if FORMS[form].internal or "--internal" not in words
    ],
)
def test_a_file_of_any_scope_is_made_again(run, spoken, form, words):
    run("export", "--format", form, "--output", "file", *words)
    said = run("verify", "--against", "file")
    assert (said.status, "to the last byte" in said.out) == (0, True), said


def altered(home: Path, old: str, new: str) -> None:
    data = (home / "file").read_bytes()
    assert old.encode() in data
    (home / "file").write_bytes(data.replace(old.encode(), new.encode(), 1))


def test_an_altered_name_is_said_with_its_place(run, spoken, home):
    run("export", "--format", "csv", "--output", "file")
    altered(home, ",Brazil,", ",Brasil,")
    said = run("verify", "--against", "file")
    assert said.status == 1
    assert "Row 2, delegation: Brasil in the file, Brazil in the record." in said.out
    assert "One difference" in said.out
    assert "matches" not in said.out


def of_another_program(home: Path) -> None:
    """Let the file say that another program made it; of a table the description beside it."""
    for path in (home / "file", home / "file-metadata.json"):
        if path.exists():
            _resealed(path)


def _resealed(path: Path) -> None:
    """Let a file say that another program made it."""
    from hashlib import sha256

    data = path.read_bytes().replace(program().encode(), b"9.9.9+000000000000")
    for seal in set(re.findall(rb"tipfloor=[^\s\",]*;digest=[0-9a-f]{64}", data)):
        own = sha256(seal).hexdigest()[:8].encode()
        data = re.sub(re.escape(seal) + rb";sum=[0-9a-f]{8}", seal + b";sum=" + own, data)
    path.write_bytes(data)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_of_another_program_the_figures_and_codes_are_compared(run, spoken, home, form):
    run("export", "--format", form, "--output", "file")
    altered(home, "Brazil", "Brasil")
    of_another_program(home)
    said = run("verify", "--against", "file")
    assert (said.status, "9.9.9+000000000000" in said.out) == (0, True), said
    assert "figures and codes of its 3 remarks match" in said.out
    assert "nothing else in it was compared" in said.out
    altered(home, "BRA", "ARG")
    said = run("verify", "--against", "file")
    told_of = "Remark 1, delegation_code: ARG in the file, BRA in the record."
    assert (said.status, told_of in said.out) == (1, True), said.out


def test_a_row_doubled_or_taken_out_is_found_in_the_figures_too(run, spoken, home):
    run("export", "--format", "csv", "--output", "file")
    of_another_program(home)
    lines = (home / "file").read_bytes().split(b"\r\n")
    for rows in ([lines[0], *lines[2:]], [lines[0], lines[1], *lines[1:]]):
        (home / "file").write_bytes(b"\r\n".join(rows))
        said = run("verify", "--against", "file")
        assert (said.status, "Remark 1" in said.out) == (1, True), said.out


def test_of_minutes_of_another_program_the_figures_are_compared(run, spoken, home):
    run("export", "--format", "text", "--for", "timekeeping", "--output", "file")
    altered(home, "Brazil", "Brasil")
    of_another_program(home)
    said = run("verify", "--against", "file")
    assert (said.status, "nothing else in it was compared" in said.out) == (0, True), said.out
    altered(home, ": spoke ", ": spoke 1")
    said = run("verify", "--against", "file")
    assert (said.status, "Remark 1" in said.out, "matches" in said.out) == (1, True, False), (
        said.out
    )


def test_a_file_that_shows_who_has_withdrawn_since_is_explained(run, told, spoken, home):
    who = run("people", "add", "URY", "--name", "Ada Ferreiro").out.split()[0]
    assert run("people", "show", who, "--level", "full_name", "--consent").status == 0
    told("name-speaker", who)
    run("export", "--format", "csv", "--output", "file")
    assert run("verify", "--against", "file").status == 0
    run("people", "withdraw", who)
    said = run("verify", "--against", "file")
    assert (said.status, "as they agree to be today" in said.out) == (1, True), said.out
