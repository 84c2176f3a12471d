"""`tipfloor copy`, and a plain copy that is older than the files made of its record."""

import json
import shutil
import zipfile
from contextlib import closing
from hashlib import sha256

import pytest

from tests.helpers.tampering import tampered
from tipfloor.forms import FORMS
from tipfloor.store.sqlite import SqliteStore


def test_a_copy_beside_a_running_desk_is_whole(run, home):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    with closing(SqliteStore(home / "r.sqlite")):
        assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
        said = run("copy", "r.sqlite", "c.sqlite")
        assert (said.status, said.err) == (0, "")
        assert "Copied to c.sqlite" in said.out
        assert run("copy", "r.sqlite", "c.sqlite").status == 3
        assert run("copy", "r.sqlite", "c.sqlite", "--overwrite").status == 0
    log = run("log", "--record", "c.sqlite").out
    assert "Brazil" in log
    digest = run("verify", "--record", "r.sqlite").out.split()[-1]
    assert digest in run("verify", "--record", "c.sqlite").out
    (home / "stick").mkdir()
    assert run("copy", "r.sqlite", "stick").status == 0
    assert run("tell", "--record", "stick/r.sqlite", "check-in", "CHL").status == 0


def test_a_copy_is_listed_once_somebody_in_it_is_forgotten(run, home):
    added = run("people", "add", "BRA", "--office", "Judge", "--record", "r.sqlite")
    identity = added.out.split()[0]
    assert run("copy", "r.sqlite", "c.sqlite").status == 0
    assert run("copy", "r.sqlite", "c.sqlite", "--overwrite").status == 0
    said = run("forget", identity, "--record", "r.sqlite")
    assert said.out.count(str(home / "c.sqlite")) == 1


def test_what_cannot_be_copied_is_a_sentence(run, home):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    assert run("archive", "--record", "r.sqlite", "--output", "m.zip").status == 0
    for words, status in (
        (("none.sqlite", "c"), 3),
        (("sessions.toml", "c"), 3),
        (("m.zip", "c"), 1),
        (("r.sqlite", "r.sqlite"), 3),
        (("r.sqlite", "nowhere/c"), 3),
    ):
        said = run("copy", *words)
        assert (said.status, said.out) == (status, "")
        assert said.err.strip()
        assert "unexpected" not in said.err
    tampered(home / "r.sqlite", "UPDATE events SET body = body || ' ' WHERE position = 2")
    said = run("copy", "r.sqlite", "c")
    assert (said.status, "row 2" in said.err) == (0, True)


@pytest.mark.parametrize("end", ["end-session", "suspend"])
def test_after_a_session_and_at_a_suspension_a_plain_copy_is_full(run, home, end):
    assert run("tell", "--record", "r.sqlite", "open-session", "introductory", "x").status == 0
    with closing(SqliteStore(home / "r.sqlite")):
        assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
        assert run("tell", "--record", "r.sqlite", end).status == 0
        shutil.copyfile("r.sqlite", "plain")
    assert "Brazil" in run("log", "--record", "plain").out


def test_copies_need_a_folder_and_a_meeting(run, monkeypatch):
    said = run("desk", "--copy-to", "nowhere")
    assert (said.status, "no folder nowhere" in said.err) == (3, True)
    said = run("desk", "--rehearsal", "--copy-to", ".")
    assert (said.status, "--copy-to" in said.err) == (2, True)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_without_its_log_is_older_than_the_files_made_of_the_record(run, home, form):
    first = ("open-session", "introductory", "x")
    for words in (first, ("inscribe", "BRA"), ("give-floor",)):
        assert run("tell", "--record", "r.sqlite", *words).status == 0
    with closing(SqliteStore(home / "r.sqlite")):
        assert run("tell", "--record", "r.sqlite", "end-remark").status == 0
        assert run("tell", "--record", "r.sqlite", "check-in", "CHL").status == 0
        asked = ("--record", "r.sqlite", "--format", form, "--output", "file")
        assert run("export", *asked).status == 0
        shutil.copyfile("r.sqlite", "plain")
        rows = int(run("status", "--json", "--record", "r.sqlite").answers[0]["position"])
    said = run("verify", "--record", "plain", "--against", "file")
    assert said.status == 1
    assert f"it lacks rows {rows - 1} to {rows}" in said.out
    assert "-wal" in said.out
    assert run("copy", "r.sqlite", "whole").status == 0
    assert run("verify", "--record", "whole", "--against", "file").status == 0


def test_an_archive_whose_record_is_older_than_its_manifest_says_which_rows_it_lacks(run, home):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    assert run("archive", "--record", "r.sqlite", "--output", "early.zip").status == 0
    assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
    assert run("archive", "--record", "r.sqlite", "--output", "late.zip").status == 0
    found = {}
    for name in ("early.zip", "late.zip"):
        with zipfile.ZipFile(name) as file:
            found[name] = {part: file.read(part) for part in file.namelist()}
    record = found["early.zip"]["record.sqlite"]
    parts = {**found["late.zip"], "record.sqlite": record}
    manifest = json.loads(parts["MANIFEST.json"])
    for part in manifest["parts"]:
        if part["path"] == "record.sqlite":
            part.update(bytes=len(record), sha256=sha256(record).hexdigest())
    parts["MANIFEST.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile("mixed.zip", "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    said = run("archive", "--check", "mixed.zip")
    assert (said.status, "it lacks rows 3-3" in said.out) == (1, True), said.out
