import tomllib
from pathlib import Path


def test_check_says_ok_and_what_the_file_holds(run):
    said = run("check")
    assert said.status == 0
    assert said.out.startswith("ok\nSeventh Meeting")
    assert "32 delegations" in said.out


def test_check_names_every_fault_with_its_line(run, home: Path):
    text = (home / "sessions.toml").read_text("utf-8")
    (home / "bad.toml").write_text(text.replace("limit_seconds = 120", "limit_secnds = 0", 1))
    said = run("check", "bad.toml")
    assert said.status == 1
    assert "bad.toml:" in said.out
    assert "limit_seconds" in said.out
    assert said.err == ""


def test_check_of_no_file_is_a_fault_and_no_traceback(run):
    said = run("check", "nowhere\x1b[31m.toml")
    assert said.status == 1
    assert "\x1b" not in said.out


def test_init_writes_a_sound_file_once(run, home: Path):
    assert run("init", "new.toml").status == 0
    written = (home / "new.toml").read_bytes()
    assert tomllib.loads(written.decode())
    assert run("check", "new.toml").status == 0
    again = run("init", "new.toml")
    assert again.status == 1
    assert "new.toml" in again.err
    assert (home / "new.toml").read_bytes() == written


def test_init_in_no_folder_says_so(run):
    said = run("init", "nowhere/new.toml")
    assert said.status == 3
    assert "nowhere/new.toml" in said.err
