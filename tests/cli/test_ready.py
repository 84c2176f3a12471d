"""`tipfloor ready`: one sentence for each thing, and a status that tells whether all is ready."""

import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.helpers.tampering import tampered
from tests.whole.terminal import Terminal
from tipfloor.commands.readiness import disk, synchronized, terminal
from tipfloor.commands.readiness.finding import Finding
from tipfloor.commands.readiness.synchronized import Discipline
from tipfloor.words import languages, say

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/homes /homes nfs4 rw 0 0
/dev/sdb1 /homes/desk/my\\040disk ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/homes/desk", "nfs4"),
        ("/homely", "ext4"),
        ("/homes/desk/my disk/a", "ext4"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert disk.kind_of(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("finding", "stands", "code"),
    [
        (synchronized.judged(Discipline(held=True, error=12)), "good", "clock"),
        (synchronized.judged(Discipline(held=False, error=16_000)), "bad", "clock_alone"),
        (synchronized.judged(None), "note", "clock_unknown"),
        (terminal.of_size(80, 24), "good", "terminal"),
        (terminal.of_size(79, 24), "bad", "terminal_small"),
        (terminal.of_size(200, 23), "bad", "terminal_small"),
        (terminal.of_colours(256), "good", "colours"),
        (terminal.of_colours(16), "note", "colours_few"),
        (terminal.of_colours(0), "note", "colours_none"),
        (terminal.of_blocks("utf-8", len(terminal.BLOCKS)), "good", "blocks"),
        (terminal.of_blocks("utf-8", 3 * len(terminal.BLOCKS)), "bad", "blocks_wide"),
        (terminal.of_blocks("utf-8", None), "note", "blocks_unknown"),
        (terminal.of_blocks("iso8859-1", None), "bad", "blocks_encoding"),
        (disk.of_room(Path("d"), 99_000_000, 3.0), "bad", "disk_full"),
        (disk.of_room(Path("d"), 900_000_000, 3.0), "note", "disk_little"),
        (disk.of_room(Path("d"), 9_000_000_000, 250.0), "note", "disk_slow"),
        (disk.of_room(Path("d"), 9_000_000_000, 3.0), "good", "disk"),
    ],
)
def test_what_is_found_is_judged_and_said(finding: Finding, stands: str, code: str) -> None:
    assert (finding.stands, finding.code) == (stands, code)
    assert "{" not in say(f"ready.{code}", **finding.facts)


def test_a_meeting_before_its_first_day_is_looked_at_whole_and_nothing_is_made(
    run: Run, home: Path
) -> None:
    before = sorted(home.rglob("*"))
    said = run("ready", "--record", "r.sqlite", "--port", "0")
    assert "sessions.toml is sound: Seventh Meeting" in said.out
    assert "r.sqlite is not there yet" in said.out
    assert "MB of room" in said.out
    assert "names of 32 delegations were set as PDF" in said.out
    assert sorted(home.rglob("*")) == before
    faults = [line for line in said.out.splitlines() if line.startswith("FAULT ")]
    assert said.status == bool(faults), said.out


def test_each_thing_at_fault_is_named_with_what_to_do(run: Run, home: Path) -> None:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    assert "r.sqlite is sound, 2 rows" in run("ready", "--record", "r.sqlite").out
    tampered(home / "r.sqlite", "UPDATE events SET body = body || ' ' WHERE position = 2")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = run("ready", "--record", "r.sqlite", "--port", str(port))
    assert said.status == 1
    assert "FAULT Row 2 of the record r.sqlite is missing" in said.out
    assert f"FAULT Port {port} at 127.0.0.1 cannot be listened at" in said.out
    for words, part in (
        (("--record", "sessions.toml"), "FAULT sessions.toml"),
        (("--record", "/dev/null/r.sqlite"), "FAULT Nothing can be written in /dev/null"),
        (("--meeting", "none.toml"), "FAULT There is no meeting file none.toml"),
    ):
        said = run("ready", *words)
        assert (said.status, part in said.out) == (1, True), said


def test_a_name_that_the_programs_own_fonts_lack_is_told(run: Run, home: Path) -> None:
    text = (home / "sessions.toml").read_text("utf-8")
    (home / "sessions.toml").write_text(text.replace('"Brazil"', '"ਬ੍ਰਾਜ਼ੀਲ"'), "utf-8")
    assert "note  The names of 32 delegations" in run("ready").out


@pytest.mark.parametrize("language", languages())
def test_it_speaks_every_language(language: str, run: Run) -> None:
    said = run("ready", "--language", language, "--record", "/dev/null/r.sqlite")
    assert (said.status, said.err) == (1, "")


@pytest.mark.parametrize(
    ("each", "told"), [(1, "takes one cell"), (2, "take 28 cells where 14 are expected")]
)
def test_the_terminal_is_asked_how_wide_its_signs_are(home: Path, each: int, told: str) -> None:
    seen = Terminal("ready", "--port", "0", folder=home, LANG="C.UTF-8")
    try:
        seen.until(lambda: b"\x1b[6n" in seen.seen)
        seen.press(f"\x1b[9;{each * len(terminal.BLOCKS) + 1}R")
        seen.wait()
        said = " ".join(seen.seen.decode().split())
        assert told in said
        assert "80 columns and 24 lines" in said
        lines = [line for line in seen.seen.decode().splitlines() if not set(line) & {"/", "\x1b"}]
        assert len(lines) > 9
        assert all(len(line) < 80 for line in lines), "a word is never broken"
    finally:
        seen.close()
