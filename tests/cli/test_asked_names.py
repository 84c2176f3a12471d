"""Names that stand in no command line; what `init` says of who can read its file."""

import os
import pty
import select
import subprocess
import sys

NAME = "Ludovica Quenthwaite-Ramírez"


def names(run):
    return run("people", "--names", "--record", "r.sqlite").out


def test_a_name_comes_as_a_line_of_standard_input(run, start):
    process = start("people", "add", "BRA", "--name", "-", "--record", "r.sqlite")
    out, err = process.communicate(f"{NAME}\r\nnot read\n".encode())
    assert (process.returncode, err) == (0, b""), err
    assert NAME.encode() not in out
    assert NAME in names(run)
    assert "not read" not in names(run)


def test_name_and_office_are_two_lines(run, start):
    words = ("people", "add", "BRA", "--name", "-", "--office", "-", "--record", "r.sqlite")
    process = start(*words)
    process.communicate(f"{NAME}\nMinister\n".encode())
    assert process.returncode == 0
    assert NAME in names(run)


def test_what_is_no_line_of_text_adds_nobody(run, start):
    for data in (b"", b"\n", b"\xff\xfe\n", b"x" * 5_000):
        process = start("people", "add", "BRA", "--name", "-", "--record", "r.sqlite")
        out, err = process.communicate(data)
        assert (process.returncode, out) == (1, b""), data[:10]
        assert b"unexpected" not in err
        assert names(run) == ""


def test_on_a_terminal_the_name_is_asked_for(run, home):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tipfloor", "people", "add", "BRA", "--name", "-"]
    process = subprocess.Popen(
        [*command, "--record", "r.sqlite"], stdin=theirs, stdout=theirs, stderr=theirs, cwd=home
    )
    os.close(theirs)
    shown = b""
    while b"Full name:" not in shown:
        assert select.select([ours], [], [], 60)[0]
        shown += os.read(ours, 1000)
    os.write(ours, NAME.encode() + b"\n")
    assert process.wait(60) == 0
    os.close(ours)
    assert NAME in names(run)


def test_init_says_who_can_read_its_file(run, home):
    former = os.umask(0o022)
    try:
        said = run("init", "m.toml")
    finally:
        os.umask(former)
    assert "only you can read it" in said.out
    assert (home / "m.toml").stat().st_mode & 0o777 == 0o600
