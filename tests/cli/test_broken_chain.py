"""A record of which a row is missing or was altered: everything says so, nothing is added."""

import json
import zipfile

import pypdf
import pytest

from tests.cli.conftest import once
from tests.helpers.commands import READINGS
from tests.helpers.tampering import mistyped, tampered
from tipfloor.forms import FORMS

ALTERED = "UPDATE events SET body = body || ' ' WHERE position = 3"
LOST = "DELETE FROM events WHERE position = 3"
UNREADABLE = "UPDATE events SET body = '{' WHERE position = 3"
UNKNOWN = "UPDATE events SET kind = 'inscribed_not' WHERE position = 3"
MISTYPED = [
    f"UPDATE events SET {column} = {value} WHERE position = 3"
    for column, value in (("version", "NULL"), ("body", "x'00'"), ("kind", "NULL"), ("at", "7.5"))
]


@pytest.fixture(params=[ALTERED, LOST, UNREADABLE, UNKNOWN, *MISTYPED])
def broken(request, run, home, monkeypatch):
    """A session in which Brazil asked, Chile asked and speaks; then row 3 was tampered with."""
    monkeypatch.setenv("TIPFLOOR_RECORD", str(home / "r.sqlite"))
    once(home / "r.sqlite", lambda: spoken(run), "a chain to be broken")
    change = mistyped if request.param in MISTYPED else tampered
    change(home / "r.sqlite", request.param)
    return home / "r.sqlite"


def spoken(run):
    for words in ("open-session introductory x", "inscribe BRA", "inscribe CHL"):
        assert run("tell", *words.split()).status == 0
    assert run("tell", "give-floor", "CHL", "reason=x").status == 0


READING = [
    *(words for words in READINGS if words[0] not in ("export", "verify")),
    *(("export", "--format", form) for form in FORMS),
]
"""To `verify` it is what it was asked."""


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_every_command_that_reads_says_it(run, broken, command):
    words = [*command, "--output", "file"] if "export" in command else command
    said = run(*words)
    assert said.status == 0
    assert "row 3 is missing or was altered" in said.err


def test_status_and_log_say_it_themselves(run, broken):
    assert json.loads(run("status", "--json").out)["broken_at"] == 3
    assert "row 3 is missing or was altered" in run("status").out
    assert "row 3 is missing or was altered" in run("log").out


def test_every_form_says_it_on_its_face(run, broken, home):
    for form in FORMS:
        assert run("export", "--format", form, "--output", f"file.{form}").status == 0
    words = "its row 3 is missing or was altered"
    text = (home / "file.text").read_text(encoding="utf-8")
    assert words in text.splitlines()[0]
    [told] = json.loads((home / "file.csv-metadata.json").read_text("utf-8"))["notes"]
    assert words in told["signs"][0]
    assert told["record_broken_at"] == 3
    assert json.loads((home / "file.json").read_text("utf-8"))["record"]["broken_at"] == 3
    for form, part in (("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")):
        with zipfile.ZipFile(home / f"file.{form}") as parts:
            assert words in parts.read(part).decode()
    assert words in " ".join(pypdf.PdfReader(home / "file.pdf").pages[0].extract_text().split())


def test_a_sound_record_says_nothing_of_it(run, told):
    told("open-session", "introductory", "x")
    told("inscribe", "BRA")
    told("give-floor")
    said = run("export", "--format", "text")
    assert (said.err, "missing or was altered" in said.out) == ("", False)
    assert json.loads(run("export", "--format", "json").out)["record"]["broken_at"] is None
    assert json.loads(run("status", "--json").out)["broken_at"] is None


def test_nothing_is_added_unless_asked(run, broken, home):
    before = broken.read_bytes()
    said = run("tell", "pause")
    assert said.status == 1
    assert said.answers[0]["refused"]["code"] == "broken_chain"
    (home / "list.txt").write_text("URY\n")
    said = run("inscribe", "list.txt")
    assert (said.status, "Row 3 of the record" in said.err) == (1, True)
    assert broken.read_bytes() == before
    assert run("tell", "--on-broken-chain", "pause").status == 0
    assert run("inscribe", "list.txt", "--on-broken-chain").status == 0
    said = run("verify")
    assert (said.status, "row 3" in said.out) == (1, True)
    assert "URY" in run("status").out


def test_an_archive_of_it_says_so(run, broken):
    said = run("archive", "--output", "a.zip")
    assert said.status == 0
    assert "row 3 is missing or was altered" in said.err
    said = run("archive", "--check", "a.zip")
    assert (said.status, "row 3" in said.out) == (1, True)
