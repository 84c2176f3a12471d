"""`tipfloor archive`: one file that is checked, and read without ever being changed."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run, once
from tests.helpers.commands import READINGS
from tipfloor.meetingfile import read_plan
from tipfloor.store.chain import first_bad_position
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
FIRST_SCHEMA = ROOT / "tests" / "store" / "records" / "first_schema.tipfloor"
SHOWN, OFFICE, HIDDEN = "Ludovica Quenthwaite", "Tal Cualquiera", "Osric Vandermolen"


def person(run: Run, name: str, *level: str) -> str:
    told = run("people", "add", "BRA", "--name", name, "--office", "Judge", "--record", "r.sqlite")
    identity = told.out.split()[0]
    if level:
        asked = ("people", "show", identity, "--consent", "--level", *level)
        assert run(*asked, "--record", "r.sqlite").status == 0
    return identity


@pytest.fixture
def record(run: Run, home: Path) -> Path:
    """A record in which Brazil speaks, by somebody who agreed to be shown."""
    return once(home / "r.sqlite", lambda: spoken(run))


def spoken(run: Run) -> None:
    for words in (
        ("check-in", "BRA"),
        ("open-session", "introductory", "straight to it"),
        ("inscribe", "BRA"),
        ("give-floor",),
        ("admit", "XOB", "A body", "invited by the chair"),
    ):
        assert run("tell", "--record", "r.sqlite", *words).status == 0
    identity = person(run, SHOWN, "full_name")
    person(run, OFFICE, "office")
    run("people", "withdraw", person(run, HIDDEN, "full_name"), "--record", "r.sqlite")
    assert run("tell", "--record", "r.sqlite", "name-speaker", identity).status == 0
    assert run("tell", "--record", "r.sqlite", "end-remark").status == 0


@pytest.fixture
def archive(run: Run, record: Path, home: Path) -> Path:
    return once(home / "m.zip", lambda: archived(run))


def archived(run: Run) -> None:
    said = run("archive", "--record", "r.sqlite", "--output", "m.zip")
    assert said.status == 0, said


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def repacked(path: Path, changed: dict[str, bytes]) -> None:
    every = {**parts(path), **changed}
    with zipfile.ZipFile(path, "w") as file:
        for name, data in every.items():
            if data:
                file.writestr(name, data)


def test_its_parts_are_what_they_are_called(run: Run, archive: Path, home: Path) -> None:
    found = parts(archive)
    manifest = json.loads(found.pop("MANIFEST.json"))
    for part in manifest["parts"]:
        data = found[part["path"]]
        assert (len(data), sha256(data).hexdigest()) == (part["bytes"], part["sha256"])
    assert [part["path"] for part in manifest["parts"]] == list(found)
    assert {f"publication/record.{e}" for e in ("docx", "pdf", "html", "txt")} <= set(found)
    assert {f"timekeeping/record.{e}" for e in ("csv", "json", "xlsx")} <= set(found)
    assert not [name for name in found if name.startswith("internal")]
    shutil.unpack_archive(archive, home / "unpacked")
    assert run("check", "unpacked/sessions.toml").status == 0
    with closing(SqliteStore(home / "unpacked" / "record.sqlite", read_only=True)) as store:
        rows = store.read()
    assert first_bad_position(rows) is None
    assert manifest["record"] == {
        "position": len(rows),
        "digest": rows[-1].digest,
        "notes": 0,
        "reasons": 0,
    }
    # The exports are of the record before its copy said what is blacked out in it.
    made_of = rows[manifest["made_of"]["position"] - 1]
    exported = json.loads(found["timekeeping/record.json"])["record"]["digest"]
    assert exported == manifest["made_of"]["digest"] == made_of.digest
    assert (home / "m.zip").stat().st_mode & 0o777 == 0o600
    assert run("archive", "--check", "m.zip").status == 0


def test_the_plan_has_what_the_desk_added(run: Run, archive: Path, home: Path) -> None:
    (home / "p.toml").write_bytes(parts(archive)["sessions.toml"])
    plan = read_plan(home / "p.toml")
    assert plan.delegation("XOB") is not None
    assert len(plan.delegations) == len(read_plan(home / "sessions.toml").delegations) + 1


def test_a_plan_that_no_file_can_hold_is_archived_as_filed(run: Run, record: Path, home: Path):
    asked = ("admit", "XYZ", "A state", "x", "state=true")
    assert run("tell", "--record", "r.sqlite", *asked).status == 0
    assert run("archive", "--record", "r.sqlite", "--output", "m.zip").status == 0
    assert json.loads(parts(home / "m.zip")["MANIFEST.json"])["plan"] == "as filed"
    assert run("archive", "--check", "m.zip").status == 0


def test_names_are_in_it_as_far_as_was_agreed(run: Run, archive: Path, home: Path) -> None:
    """PRACTICE section 6."""
    every = b"".join(parts(archive).values())
    assert SHOWN.encode() in parts(archive)["record.sqlite"]
    assert OFFICE.encode() not in every
    assert HIDDEN.encode() not in every
    assert str(home).encode() not in every
    assert SHOWN in parts(archive)["publication/record.txt"].decode()
    asked = ("archive", "--record", "r.sqlite", "--output", "i.zip", "--internal")
    assert run(*asked).status == 0
    internal = parts(home / "i.zip")
    assert HIDDEN.encode() in internal["record.sqlite"]
    assert "internal/record.csv" in internal
    assert b"INTERNAL" in internal["README.txt"]
    assert run("archive", "--check", "i.zip").status == 0


def test_an_archive_that_names_somebody_forgotten_is_stale(run: Run, record: Path) -> None:
    """PRACTICE section 6."""
    archived(run)
    listed = run("people", "--names", "--record", "r.sqlite").out.splitlines()
    identity = next(line.split()[0] for line in listed if SHOWN in line)
    assert str(record.with_name("m.zip")) in run("forget", identity, "--record", "r.sqlite").out
    assert run("archive", "--record", "r.sqlite", "--output", "new.zip").status == 0
    assert SHOWN.encode() not in b"".join(parts(record.with_name("new.zip")).values())


def test_the_same_record_and_plan_make_the_same_parts(run: Run, archive: Path, home: Path) -> None:
    assert run("archive", "--record", "r.sqlite", "--output", "again.zip").status == 0
    first, again = parts(archive), parts(home / "again.zip")
    for name in ("record.sqlite", "sessions.toml", "README.txt"):
        assert first[name] == again[name]
    assert {item.date_time for item in zipfile.ZipFile(archive).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


@pytest.fixture
def read_only_folder(archive: Path, tmp_path_factory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("medium")
    folder.chmod(0o755)
    shutil.copyfile(archive, folder / "m.zip")
    (folder / "m.zip").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("words", READINGS, ids=" ".join)
def test_reading_changes_nothing(run: Run, read_only_folder: Path, words: tuple[str, ...]) -> None:
    path = read_only_folder / "m.zip"
    before = path.read_bytes(), path.stat().st_mtime_ns
    said = run(*words, "--record", str(path))
    assert (said.status, said.err) == (0, "")
    assert said.out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [item.name for item in read_only_folder.iterdir()] == ["m.zip"]


def test_it_says_what_the_record_says(run: Run, archive: Path) -> None:
    for words in (("log",), ("export", "--format", "csv")):
        there, here = (run(*words, "--record", name).out for name in ("m.zip", "r.sqlite"))
        for reason in ("straight to it", "invited by the chair"):
            here = here.replace(reason, "███")
        assert there.replace("m.zip", "r.sqlite") == here
    assert run("export", "--format", "csv", "--record", "m.zip", "--output", "x.csv").status == 0
    assert run("verify", "--record", "m.zip", "--against", "x.csv").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ["tell", "check-in", "CHL"],
        ["people", "add", "BRA", "--name", "x"],
        ["forget", "p000000000000"],
        ["inscribe", "list.csv"],
    ],
    ids=lambda words: words[0],
)
def test_nothing_is_written_into_it(run: Run, archive: Path, words: list[str]) -> None:
    before = archive.read_bytes()
    said = run(*words, "--record", "m.zip")
    assert (said.status, "only read" in said.err) == (3, True)
    assert archive.read_bytes() == before


def test_the_desk_does_not_open_it(archive: Path, home: Path) -> None:
    from tipfloor.records import open_record
    from tipfloor.store import StoreFault

    for plan in (None, read_plan(home / "sessions.toml")):
        with pytest.raises(StoreFault, match="archived"):
            open_record(archive, plan)


def test_a_record_being_written_is_archived_whole(run: Run, record: Path, home: Path) -> None:
    with closing(SqliteStore(record)) as desk:
        assert run("tell", "--record", "r.sqlite", "check-in", "CHL").status == 0
        assert (home / "r.sqlite-wal").stat().st_size > 0
        assert run("archive", "--record", "r.sqlite", "--output", "m.zip").status == 0
        rows = len(desk.read())
    manifest = json.loads(parts(home / "m.zip")["MANIFEST.json"])
    assert manifest["made_of"]["position"] == rows


ALTERED = {
    "timekeeping/record.csv": "timekeeping/record.csv was altered",
    "README.txt": "README.txt was altered",
    "sessions.toml": "sessions.toml was altered",
    "MANIFEST.json": "the manifest cannot be read",
    "record.sqlite": "record.sqlite was altered",
    "extra.txt": "extra.txt is not in the manifest",
}


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_part_is_named(run: Run, archive: Path, name: str) -> None:
    data = parts(archive).get(name, b"x")
    repacked(archive, {name: data[: len(data) // 2] + b"#" + data[len(data) // 2 + 1 :] + b"}"})
    said = run("archive", "--check", "m.zip")
    assert (said.status, ALTERED[name] in said.out) == (1, True), said


def test_a_missing_part_is_named(run: Run, archive: Path) -> None:
    repacked(archive, {"publication/record.txt": b""})
    assert "publication/record.txt is missing" in run("archive", "--check", "m.zip").out


def _with_manifest(archive: Path, name: str, data: bytes) -> None:
    """Change a part as one does who also mends the manifest."""
    manifest = json.loads(parts(archive)["MANIFEST.json"])
    for part in manifest["parts"]:
        if part["path"] == name:
            part.update(bytes=len(data), sha256=sha256(data).hexdigest())
    repacked(archive, {name: data, "MANIFEST.json": json.dumps(manifest).encode()})


def test_whoever_mends_the_manifest_meets_the_chain_and_the_plan(run: Run, archive: Path) -> None:
    whole = archive.read_bytes()
    changed = parts(archive)["record.sqlite"].replace(
        b'"session":"introductory"', b'"session":"introduction"'
    )
    _with_manifest(archive, "record.sqlite", changed)
    said = run("archive", "--check", "m.zip")
    assert (said.status, "row 4 of the record" in said.out) == (1, True)
    assert run("verify", "--record", "m.zip").status == 1
    archive.write_bytes(whole)
    plan = parts(archive)["sessions.toml"].replace(b"limit_seconds = 120", b"limit_seconds = 121")
    _with_manifest(archive, "sessions.toml", plan)
    assert "the plan is not that of the record" in run("archive", "--check", "m.zip").out


@pytest.mark.parametrize("size", [0, 4, 100, 5000, -30])
def test_a_cut_archive_is_a_sentence(run: Run, archive: Path, size: int) -> None:
    archive.write_bytes(archive.read_bytes()[:size])
    for words in (["archive", "--check", "m.zip"], ["log", "--record", "m.zip"]):
        said = run(*words)
        assert (said.status, said.out, len(said.err.splitlines())) == (3, "", 1)


def test_what_is_no_archive_is_said(run: Run, record: Path, home: Path) -> None:
    with zipfile.ZipFile(home / "other.zip", "w") as file:
        file.writestr("a", "b")
    for name in ("other.zip", "r.sqlite", "sessions.toml", "."):
        said = run("archive", "--check", name)
        assert (said.status, "neither a record nor an archive" in said.err) == (3, True)
    assert run("log", "--record", "other.zip").status == 3
    assert run("archive", "--check", "none.zip").status == 3
    assert run("archive").status == 2
    assert run("archive", "--record", "r.sqlite", "--output", "a", "--check", "b").status == 2


def test_nothing_is_overwritten_unasked(run: Run, archive: Path, home: Path) -> None:
    before = archive.read_bytes()
    asked = ("archive", "--record", "r.sqlite", "--output")
    assert run(*asked, "m.zip").status == 1
    assert archive.read_bytes() == before
    assert run(*asked, "m.zip", "--overwrite").status == 0
    assert run(*asked, "r.sqlite", "--overwrite").status == 1
    assert run(*asked, "nowhere/m.zip").status == 3
    assert run("archive", "--record", "m.zip", "--output", "n.zip").status == 1
    assert [item.name for item in home.iterdir() if item.name.startswith(".")] == []


def test_a_record_of_the_first_schema_is_archived_as_it_is(run: Run, home: Path) -> None:
    for name in ("old", "read"):  # a record notes the files that are made of it
        shutil.copyfile(FIRST_SCHEMA, home / name)
    for words in READINGS:
        assert run(*words, "--record", "read").status == 0
    archived = ("archive", "--record", "old", "--output", "m.zip", "--overwrite")
    for form, schema in ((("--internal",), 1), ((), VERSION)):
        assert run(*archived, *form).status == 0
        assert (home / "old").read_bytes() == FIRST_SCHEMA.read_bytes()
        assert run("archive", "--check", "m.zip").status == 0
        # What is withheld from the public one is blacked out, which the first schema has not.
        assert json.loads(parts(home / "m.zip")["MANIFEST.json"])["schema"] == schema
        for words in READINGS:
            assert run(*words, "--record", "m.zip").status == 0


def test_the_text_inside_says_how_to_check_it_by_hand(archive: Path, home: Path) -> None:
    """What the README of the archive says, done with Python's own parts alone."""
    found = parts(archive)
    readme = found["README.txt"].decode()
    (query,) = re.findall(r'record\.sqlite "(SELECT [^"]+)"', readme)
    shutil.unpack_archive(archive, home / "by_hand")
    script = (
        "import sqlite3, hashlib, sys\n"
        "former = '0' * 64\n"
        "for *row, digest in sqlite3.connect('record.sqlite').execute(sys.argv[1]):\n"
        "    text = '\\n'.join([former, *map(str, row)])\n"
        "    former = hashlib.sha256(text.encode()).hexdigest()\n"
        "    assert former == digest\n"
        "print(former)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, query],
        cwd=home / "by_hand",
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.stdout.strip() == json.loads(found["MANIFEST.json"])["record"]["digest"]
