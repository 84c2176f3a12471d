"""What a command says of a log beside a record that is not its own, and that its advice works."""

import shutil
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

KILLED = """
import os, signal, sys
from tipfloor.cli import main
for code in sys.argv[2:]:
    main(["tell", "--record", sys.argv[1], "check-in", code])
    if code == sys.argv[-2]:
        from tipfloor.store.sqlite import SqliteStore
        SqliteStore.close = lambda self: None
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def old(run, home):
    """The record of an old meeting whose desk was killed, with acts in its log."""
    assert run("tell", "--record", "old.sqlite", "next-moment").status == 0
    script = [sys.executable, "-c", KILLED, "old.sqlite", "BRA", "CHL", "URY"]
    done = subprocess.run(
        script, cwd=home, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
    )
    assert done.returncode == -signal.SIGKILL
    assert (home / "old.sqlite-wal").stat().st_size > 0
    return home / "old.sqlite"


def follow(said, home):
    """Do what the message says: the lines that are commands of the shell."""
    for line in said.err.splitlines():
        if line.startswith("  mv "):
            subprocess.run(line, shell=True, cwd=home, check=True)


@pytest.mark.parametrize(
    "words",
    [("tell", "next-moment"), ("people", "add", "BRA", "--office", "x"), ("rehearse",)],
    ids=lambda words: words[0],
)
def test_a_new_record_is_not_begun_where_a_log_lies(run, old, home, words):
    old.unlink()
    before = {item.name: item.read_bytes() for item in home.glob("old.sqlite*")}
    said = run(*words, "--record", "old.sqlite")
    assert (said.status, said.out) == (3, "")
    assert "old.sqlite-wal" in said.err
    assert {item.name: item.read_bytes() for item in home.glob("old.sqlite*")} == before
    follow(said, home)
    assert run(*words, "--record", "old.sqlite").status == 0
    assert "BRA" not in run("status", "--record", "old.sqlite").out


def test_another_record_in_its_place_is_not_opened_with_it(run, old, home):
    assert run("tell", "--record", "new.sqlite", "check-in", "MEX").status == 0
    shutil.copyfile("new.sqlite", "old.sqlite")
    before = {item.name: item.read_bytes() for item in home.glob("old.sqlite*")}
    for words in (("status",), ("log",), ("verify",), ("tell", "pause"), ("people",)):
        said = run(*words, "--record", "old.sqlite")
        assert (said.status, said.out) == (3, "")
        assert "the log of another record" in said.err
    assert {item.name: item.read_bytes() for item in home.glob("old.sqlite*")} == before
    follow(said, home)
    said = run("log", "--record", "old.sqlite")
    assert (said.status, "Mexico" in said.out, "Brazil" in said.out) == (0, True, False)
