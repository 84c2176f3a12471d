"""A typed text is blacked out, a code read into the minutes finds a record, and acts have ids."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.conftest import Run
from tests.export.reading import PLAIN
from tests.helpers.holding import holders
from tests.helpers.tampering import tampered
from tipfloor.commands.desk_names import desk_name
from tipfloor.store.chain import chained
from tipfloor.store.protocol import FIRST_DIGEST, Row, Unsealed
from tipfloor.store.sqlite import SqliteStore

Told = Callable[..., dict[str, object]]

NAME = "Quenthwaite"
SECOND_SCHEMA = Path(__file__).parents[1] / "store" / "records" / "second_schema.tipfloor"
ONE = "018d7a3e-5b2c-7c41-9d0e-2f6a8b1c3d5e"


@pytest.fixture
def record(run: Run, home: Path) -> Path:
    """A meeting in which a name was typed into a reason and a note, position 3 and 4."""
    for words in (
        ("next-moment",),
        ("suspend", f"{NAME} asked for it"),
        ("take-note", f"{NAME} asked for it"),
        ("resume-meeting",),
    ):
        assert run("tell", "--record", "r.sqlite", *words).status == 0
    return home / "r.sqlite"


def seal(run: Run, position: int, record: str = "r.sqlite") -> tuple[int, str]:
    said = run("seal", str(position), "--record", record)
    return said.status, said.out + said.err


def test_the_text_is_gone_and_the_record_sound(run: Run, record: Path, home: Path) -> None:
    before = json.loads(run("status", "--json", "--record", "r.sqlite").out)
    status, said = seal(run, 3)
    assert (status, "blacked out for good" in said) == (0, True)
    assert "these rows too: 4" in said
    assert holders(home, NAME, "r.sqlite") != []
    assert seal(run, 4)[0] == 0
    assert holders(home, NAME, "r.sqlite") == []
    assert run("verify", "--record", "r.sqlite").status == 0
    log = run("log", "--record", "r.sqlite").out
    assert (NAME in log, "The meeting was suspended: ███" in log) == (False, True)
    assert "The text of row 4 was blacked out" in log
    after = json.loads(run("status", "--json", "--record", "r.sqlite").out)
    assert after["moment"] == before["moment"]


def test_files_made_before_are_listed_as_stale(run: Run, record: Path, home: Path) -> None:
    for name, words in (("i.csv", ("--internal",)), ("p.csv", ())):
        asked = ("export", "--record", "r.sqlite", "--format", "csv", "--output", name)
        assert run(*asked, *words).status == 0
    assert run("archive", "--internal", "--record", "r.sqlite", "--output", "a.zip").status == 0
    _, said = seal(run, 3)
    stale = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert stale == [str(home / name) for name in ("i.csv", "i.csv-metadata.json", "a.zip")]


def test_a_file_that_a_shell_wrote_is_listed_as_such(run: Run, record: Path, home: Path) -> None:
    words = ("export", "--record", record, "--format", "csv", "--internal")
    for target in ("shell.csv", "none.csv"):
        piped = target == "none.csv"
        with (home / target).open("wb") as file:
            asked = [sys.executable, "-m", "tipfloor", *map(str, words)]
            subprocess.run(asked, stdout=subprocess.PIPE if piped else file, check=True)
    _, said = seal(run, 3)
    stale = [line for line in said.splitlines() if line.startswith("  ")]
    assert stale[0].startswith(f"  {home / 'shell.csv'}, written by redirection")
    assert stale[1].startswith("  into a pipe")


def test_a_file_made_before_is_said_to_be_stale_and_not_altered(
    run: Run, record: Path, home: Path
) -> None:
    for name, words in (("i.txt", ("--internal",)), ("p.txt", ())):
        asked = ("export", "--record", "r.sqlite", "--format", "text", "--output", name)
        assert run(*asked, *words).status == 0
    assert seal(run, 3)[0] == seal(run, 4)[0] == 0
    said = run("verify", "--record", "r.sqlite", "--against", "i.txt")
    assert (said.status, "in rows 3, 4" in said.out, "stale" in said.out) == (1, True, True)
    said = run("verify", "--record", "r.sqlite", "--against", "p.txt")
    assert (said.status, "to the last byte" in said.out, "stale" in said.out) == (0, True, False)


@pytest.mark.parametrize(
    ("position", "says"),
    [(99, "no row 99"), (1, "holds the plan"), (2, "no typed text"), (10**8, "no row")],
)
def test_what_has_no_typed_text_is_left(run: Run, record: Path, position: int, says: str) -> None:
    before = record.read_bytes()
    status, said = seal(run, position)
    assert (status, says in said) == (1, True)
    assert record.read_bytes() == before


@pytest.mark.parametrize("typed", ["x", "0x3", "-3", "٣", "3.0", "1" * 30, ""])
def test_what_is_no_position_is_said(run: Run, record: Path, typed: str) -> None:
    assert run("seal", "--record", "r.sqlite", "--", typed).status == 2


def test_a_text_is_blacked_out_once(run: Run, record: Path) -> None:
    assert seal(run, 3)[0] == 0
    before = record.read_bytes()
    assert seal(run, 3) == (1, "The text of row 3 is blacked out already. Nothing was changed.\n")
    assert "no typed text" in seal(run, 6)[1]  # the row that says so
    assert record.read_bytes() == before


def test_a_row_that_is_blacked_out_can_be_undone_and_one_undone_blacked_out(
    run: Run, record: Path, home: Path
) -> None:
    assert run("tell", "--record", "r.sqlite", "take-note", f"{NAME} spoke").status == 0
    assert seal(run, 6)[0] == 0
    assert run("tell", "--record", "r.sqlite", "undo").status == 0
    assert "Note: ███ (undone)" in run("log", "--record", "r.sqlite").out
    assert run("tell", "--record", "r.sqlite", "undo").status == 0
    for position in (3, 4):
        assert seal(run, position)[0] == 0
    assert holders(home, NAME, "r.sqlite") == []
    assert run("verify", "--record", "r.sqlite").status == 0


def test_of_an_archive_nothing_is_blacked_out(run: Run, record: Path, home: Path) -> None:
    assert run("archive", "--internal", "--record", "r.sqlite", "--output", "a.zip").status == 0
    before = (home / "a.zip").read_bytes()
    status, said = seal(run, 3, "a.zip")
    assert (status, "archive" in said) == (3, True)
    assert (home / "a.zip").read_bytes() == before


def test_the_log_has_the_positions_that_are_asked_for(run: Run, record: Path) -> None:
    lines = run("log", "--rows", "--record", "r.sqlite").out.splitlines()
    [row] = [line for line in lines if "The meeting was suspended" in line]
    assert row.split()[0] == "3"


def test_who_blacked_it_out_stands_in_the_log(run: Run, record: Path) -> None:
    assert run("seal", "3", "--as", "Secretariat", "--record", "r.sqlite").status == 0
    assert "[Secretariat]" in run("log", "--record", "r.sqlite").out


def test_a_file_made_twice_is_listed_once(run: Run, record: Path, home: Path) -> None:
    asked = ("export", "--record", "r.sqlite", "--format", "csv", "--output", "i.csv", "--internal")
    assert run(*asked).status == run(*asked, "--overwrite").status == 0
    assert seal(run, 3)[1].count(f"{home / 'i.csv'} (") == 1


def test_it_is_said_where_a_text_of_an_old_row_could_be_guessed(run: Run, home: Path) -> None:
    copyfile(SECOND_SCHEMA, home / "old.sqlite")
    with closing(SqliteStore(home / "old.sqlite", read_only=True)) as store:
        [note] = [row for row in store.read() if row.kind == "note_taken"]
    status, said = seal(run, note.position, "old.sqlite")
    assert (status, "guess is right" in said) == (0, True)
    assert run("verify", "--record", "old.sqlite").status == 0
    assert b"second booth" not in (home / "old.sqlite").read_bytes()


def test_a_record_of_an_old_schema_has_the_figures_of_the_files_made_of_it_then(
    run: Run, home: Path
) -> None:
    copyfile(SECOND_SCHEMA, home / "old.sqlite")
    for name in ("second_schema.csv", "second_schema.json"):
        copyfile(SECOND_SCHEMA.with_name(name), home / name)
        said = run("verify", "--record", "old.sqlite", "--against", name)
        assert (said.status, "row 27" in said.out) == (0, True), said
    assert run("tell", "--record", "old.sqlite", "resume-meeting").status == 0
    said = run("verify", "--record", "old.sqlite", "--against", "second_schema.csv")
    assert (said.status, "gone on" in said.out) == (0, True), said


def code_in(text: str) -> str:
    return next(word for word in text.replace(":", " ").split() if word.count("-") == 3)


@pytest.mark.parametrize("rests", [("adjourn",), ("close-meeting", "insist=true", "reason=x")])
def test_a_code_is_shown_for_the_minutes_and_found_years_later(
    run: Run, record: Path, rests: tuple[str, ...]
) -> None:
    answer = json.loads(run("tell", "--record", "r.sqlite", *rests).out)
    code = answer["code"]
    assert code_in(run("verify", "--record", "r.sqlite").out) == code
    assert code in run("log", "--record", "r.sqlite").out
    run("tell", "--record", "r.sqlite", "take-note", "later")
    for typed in (code, code.lower().replace("-", " ")):
        said = run("verify", "--record", "r.sqlite", "--code", typed)
        assert (said.status, code in said.out) == (0, True), said
    assert run("verify", "--record", "r.sqlite", "--code", "2222-2222-2222-2222").status == 1
    assert run("verify", "--record", "r.sqlite", "--code", "nothing").status == 2


def test_a_code_finds_a_cut_record_and_one_written_anew(run: Run, record: Path, home: Path) -> None:
    """A chain that verifies may be another one."""
    code = json.loads(run("tell", "--record", "r.sqlite", "adjourn").out)["code"]
    copyfile(record, home / "cut.sqlite")
    tampered(home / "cut.sqlite", "DELETE FROM events WHERE position = 6")
    assert run("verify", "--record", "cut.sqlite").status == 0
    said = run("verify", "--record", "cut.sqlite", "--code", code)
    assert (said.status, "No row of the record" in said.out) == (1, True)
    copyfile(record, home / "anew.sqlite")
    written_anew(home / "anew.sqlite")
    assert run("verify", "--record", "anew.sqlite").status == 0
    assert run("verify", "--record", "anew.sqlite", "--code", code).status == 1


def written_anew(path: Path) -> None:
    """Change a reason and write the whole chain anew, as one does who has the file and tipfloor."""
    with closing(SqliteStore(path, read_only=True)) as store:
        rows = store.read()
    events = [Unsealed(r.kind, r.version, r.body, r.act, r.nth, r.by, r.at) for r in rows]
    events[2] = events[2]._replace(body=events[2].body.replace(NAME, "Nobody"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in ("changed", "deleted", "replaced"):
            connection.execute(f"DROP TRIGGER events_are_not_{name}")
        connection.execute("DELETE FROM events")
        places = ", ".join("?" * len(Row._fields))
        new = chained(FIRST_DIGEST, 0, events)
        connection.executemany(f"INSERT INTO events VALUES ({places})", new)


def test_the_archive_shows_the_code_of_the_record_it_is_made_of(run: Run, record: Path) -> None:
    made = run("archive", "--record", "r.sqlite", "--output", "m.zip")
    code = code_in(made.out)
    for name in ("r.sqlite", "m.zip"):
        assert run("verify", "--record", name, "--code", code).status == 0


def test_an_act_in_words_is_not_done_twice(run: Run, record: Path) -> None:
    asked = ("tell", "--record", "r.sqlite", "--act", ONE, "take-note", "once")
    first, again = run(*asked), run(*asked)
    assert first.status == 0
    assert again == first
    assert run("log", "--record", "r.sqlite").out.count("Note: once") == 1
    assert run("tell", "--record", "r.sqlite", "--act", "1", "take-note", "x").status == 1
    assert run("tell", "--record", "r.sqlite", "--act", ONE).status == 2


def test_an_act_in_json_is_not_done_twice(run: Run, record: Path, home: Path) -> None:
    line = json.dumps({"act": ONE, "kind": "take_note", "text": "once"})
    command = [sys.executable, "-m", "tipfloor", "tell", "--record", "r.sqlite"]
    answers = [
        subprocess.run(
            command, input=f"{line}\n{line}\n", capture_output=True, text=True, cwd=home, check=True
        ).stdout.splitlines()
        for _ in range(2)
    ]
    assert len({*answers[0], *answers[1]}) == 1
    assert run("log", "--record", "r.sqlite").out.count("Note: once") == 1


def test_who_told_an_act_stands_in_the_log_and_the_internal_record_alone(
    run: Run, record: Path
) -> None:
    asked = ("tell", "--record", "r.sqlite", "--as", "Desk of the lectern", "take-note", "x")
    assert run(*asked).status == 0
    assert "Note: x  [Desk of the lectern]" in run("log", "--record", "r.sqlite").out
    exported = ("export", "--record", "r.sqlite", "--format", "json")
    internal = json.loads(run(*exported, "--internal").out)
    assert internal["log"][-1]["told_by"] == "Desk of the lectern"
    assert internal["log"][0]["told_by"] == "tell"
    for form in PLAIN:
        assert "lectern" not in run(*exported[:-1], form).out
    assert run(*asked[:4], "two\nlines", *asked[5:]).status == 2


def test_a_second_desk_has_another_name_and_none_is_of_the_machine(home: Path) -> None:
    record = home / "r.sqlite"
    with desk_name(record, None) as first, desk_name(record, None) as second:
        with desk_name(home / "other.sqlite", None) as elsewhere:
            assert (first, second, elsewhere) == ("desk", "desk 2", "desk")
        with desk_name(record, "Lectern") as asked:
            assert asked == "Lectern"
    with desk_name(record, None) as again:
        assert again == "desk"
    assert os.uname().nodename not in (first, second)
