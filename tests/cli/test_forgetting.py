"""Forgetting while other processes hold the record: said, finished later, and no byte left."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Run
from tests.helpers.holding import holders

NAME = "Ludovica Quenthwaite"

READER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
connection.execute("SELECT count(*) FROM people").fetchone()
print("reading", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
print("done", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def record(run: Run, home: Path) -> Path:
    assert run("tell", "check-in", "MEX").status == 0
    return next((home / "data" / "tipfloor").glob("*.sqlite"))


@pytest.fixture
def person(run: Run, record: Path) -> str:
    return run("people", "add", "MEX", "--name", NAME).out.split()[0]


@pytest.fixture
def reader(person: str, record: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process, in the midst of reading the record."""
    words = [sys.executable, "-c", READER, str(record)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "reading\n"
        yield process
        process.communicate("\n\n")


def let_go(reader: "subprocess.Popen[str]") -> None:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("\n")
    reader.stdin.flush()
    assert reader.stdout.readline() == "done\n"


def test_while_another_reads_it_is_said_and_the_next_opening_erases(
    run: Run, home: Path, person: str, reader: "subprocess.Popen[str]"
) -> None:
    """PRACTICE section 6: hidden at once; the bytes go as soon as they can."""
    assert holders(home, NAME)
    said = run("forget", person)
    assert (said.status, "hidden for good" in said.err) == (3, True)
    assert run("people", "--names").out == ""
    let_go(reader)
    assert run("tell", "check-out", "MEX").status == 0
    assert holders(home, NAME) == []
    assert run("verify").status == 0


def test_a_reader_that_only_has_it_open_hinders_nothing(
    run: Run, home: Path, person: str, record: Path, reader: "subprocess.Popen[str]"
) -> None:
    let_go(reader)
    assert run("forget", person).status == 0
    assert holders(home, NAME) == []
    assert run("verify").status == 0
    with closing(sqlite3.connect(record)) as connection:
        assert connection.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_the_name_leaves_the_paths_of_exports_too(run: Run, home: Path, person: str) -> None:
    run("people", "show", person, "--level", "full_name", "--consent")
    for words in (("open-session", "introductory", "x"), ("inscribe", "MEX"), ("give-floor",)):
        assert run("tell", *words).status == 0
    assert run("tell", "name-speaker", person).status == 0
    file = home / f"{NAME}.csv"
    assert run("export", "--format", "csv", "--output", str(file)).status == 0
    said = run("forget", person).out
    for made in (file, home / f"{NAME}.csv-metadata.json"):
        assert f"{made} (" in said, said
        made.unlink()
    assert holders(home, NAME) == []
    again = run("forget", person)
    assert (again.status, "….csv" in again.out) == (0, True)


@pytest.mark.parametrize(
    "name", ["[bold]x[/]", "=cmd()|'/C calc'!A0", "esc\x1b[31m\x07", "n\0ul", "a\nb", "\u202ertl"]
)
def test_a_hostile_name_is_one_plain_line(run: Run, record: Path, name: str) -> None:
    """PRACTICE section 7, case 28."""
    said = run("people", "add", "MEX", "--name", name, "--names")
    assert (said.status, len(said.out.splitlines())) == (0, 1)
    assert not set(said.out) & set("\0\x1b\x07\u202e")
    who = said.out.split()[0]
    assert run("forget", who).status == 0
    assert f"“{who}”" in run("forget", who).err


def test_what_was_done_already_is_said(run: Run, person: str) -> None:
    assert run("people", "withdraw", person).status == 0
    again = run("people", "withdraw", person)
    assert (again.status, "withdrawn already" in again.err) == (1, True)
    twin = run("people", "add", "MEX", "--name", NAME.upper())
    assert (twin.status, person in twin.err) == (1, True)
    assert run("people", "add", "MEX", "--name", NAME, "--office", "Envoy").status == 0


@pytest.mark.parametrize("words", [("forget", "p0"), ("people", "withdraw", "p0")])
def test_no_record_is_begun_only_to_say_that_nobody_is_in_it(
    run: Run, home: Path, words: tuple[str, ...]
) -> None:
    assert run(*words).status == 3
    assert not (home / "data").exists()


def test_a_name_in_a_typed_text_is_not_said_to_be_forgotten(run: Run, person: str) -> None:
    """No text is shown, only where it stands; the list of people has the name no more."""
    run("tell", "take-note", f"{NAME.upper()} asked for water")
    run("tell", "suspend", "Ms. Quenthwaite is late")
    run("tell", "resume-meeting")
    said = run("forget", person)
    assert (said.status, "but not forgotten" in said.out) == (1, True), said
    assert "note_taken, text: the whole name" in said.out
    assert "meeting_suspended, reason: a part of the name" in said.out
    assert "is forgotten" not in said.out
    assert "QUENTHWAITE" not in said.out.upper()
    assert run("people", "--names").out == ""


def test_forgetting_as_json_says_what_is_left(run: Run, person: str) -> None:
    run("tell", "take-note", NAME)
    (told,) = run("forget", person, "--json").answers
    assert (told["erased"], told["forgotten"], told["stale"]) == (True, False, [])
    assert [(item["kind"], item["whole"]) for item in told["texts"]] == [("note_taken", True)]


def test_without_such_a_text_the_name_is_forgotten(run: Run, person: str) -> None:
    run("tell", "take-note", "the interpreters changed places")
    said = run("forget", person)
    assert (said.status, "is forgotten" in said.out) == (0, True)


def test_withdrawing_lists_the_files_that_show_the_name_still(
    run: Run, home: Path, person: str
) -> None:
    run("people", "show", person, "--level", "full_name", "--consent")
    for words in (("open-session", "introductory", "x"), ("inscribe", "MEX"), ("give-floor",)):
        assert run("tell", *words).status == 0
    assert run("tell", "name-speaker", person).status == 0
    assert run("export", "--format", "csv", "--output", "shown.csv").status == 0
    lowered = run("people", "show", person, "--level", "delegation_only")
    assert (lowered.status, "shown.csv" in lowered.out) == (0, True)
    run("people", "show", person, "--level", "full_name", "--consent")
    said = run("people", "withdraw", person)
    assert (said.status, "shown.csv" in said.out) == (0, True)


def test_the_archive_says_on_its_face_what_its_record_holds(run: Run, home: Path) -> None:
    run("tell", "take-note", "one note")
    run("tell", "suspend", "a reason")
    record = next((home / "data" / "tipfloor").glob("*.sqlite"))
    made = run("archive", "--internal", "--record", str(record), "--output", "m.zip")
    assert "notes and reasons as they were typed" in made.out
    with ZipFile("m.zip") as file:
        face = file.read("README.txt").decode()
        manifest = json.loads(file.read("MANIFEST.json"))
    assert "HOLDS 1 NOTES AND 1 REASONS" in face.splitlines()[0]
    assert (manifest["record"]["notes"], manifest["record"]["reasons"]) == (1, 1)
    assert "notes and reasons as they were typed" in run("archive", "--check", "m.zip").out


def test_the_public_archive_holds_neither_notes_nor_reasons(run: Run, home: Path) -> None:
    """Nor can they be guessed, and its record is sound and tells the same meeting."""
    run("tell", "take-note", "one note on Quenthwaite")
    run("tell", "suspend", "since Quenthwaite asked")
    record = next((home / "data" / "tipfloor").glob("*.sqlite"))
    assert b"Quenthwaite" in record.read_bytes()
    made = run("archive", "--record", str(record), "--output", "m.zip")
    assert "neither the notes and reasons" in made.out
    assert "neither the notes and reasons" in run("archive", "--check", "m.zip").out
    with ZipFile("m.zip") as file:
        assert b"Quenthwaite" not in b"".join(map(file.read, file.namelist()))
        (home / "inside.sqlite").write_bytes(file.read("record.sqlite"))
        (home / "export.json").write_bytes(file.read("timekeeping/record.json"))
        manifest = json.loads(file.read("MANIFEST.json"))
    assert run("verify", "--record", "m.zip").status == 0
    log = run("log", "--record", "m.zip").out
    assert ("███" in log, "The meeting was suspended" in log) == (True, True)
    with closing(sqlite3.connect(home / "inside.sqlite")) as inside:
        [gone] = inside.execute("SELECT count(*) FROM events WHERE salt = ''")
    assert gone == (2,)
    assert manifest["made_of"]["position"] == manifest["record"]["position"] - 2
    against = run("verify", "--record", str(record), "--against", "export.json")
    assert against.status == 0, against
