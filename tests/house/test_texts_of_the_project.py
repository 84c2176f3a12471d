"""What must not stand in any text of the project, and what the README and the guide may promise."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tipfloor.cli import main, parse

ROOT = Path(__file__).parents[2]
README, GUIDE = ROOT / "README.md", ROOT / "docs/guide.md"

ADDRESS = re.compile(r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}\b")
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users|opt|srv|mnt)/[A-Za-z0-9_.-]+")
"""Folders that exist on somebody's machine only."""


def _texts() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0")
    paths = [ROOT / name for name in names if name] or list((ROOT / "tipfloor").rglob("*.py"))
    yield from (path for path in paths if path.is_file() and path != Path(__file__))


@pytest.mark.parametrize("what", [ADDRESS, MACHINE], ids=["address", "machine"])
def test_no_text_has_an_address_of_a_person_or_a_machine(what: re.Pattern[str]):
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in _texts()
        for match in what.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert found == []


def _blocks(text: str) -> list[str]:
    """Return the lines of the blocks of a text that can be copied, in their order."""
    shown = re.sub(r"<!-- (\w+): written.*?<!-- \1: end -->", "", text, flags=re.DOTALL)
    blocks = re.findall(r"^```\w*\n(.*?)^```", shown, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


LINES = [line for path in (README, GUIDE) for line in _blocks(path.read_text("utf-8"))]
STAY = {"", "desk", "timekeeper", "serve", "test"}
"""Commands that run until a person ends them, and the one that runs this."""


def test_every_block_begins_with_what_a_fresh_clone_has():
    assert LINES
    assert [line for line in LINES if not line.startswith("python3 start.py")] == []


def test_every_command_of_a_block_is_one_that_the_program_takes():
    for line in LINES:
        arguments = shlex.split(line)[2:]
        if arguments[:1] != ["test"]:
            assert _takes(arguments), line


def _takes(arguments: list[str]) -> bool:
    try:
        parse(arguments)
    except SystemExit as left:
        return not left.code
    return True


def test_the_blocks_can_be_copied_one_after_the_other(tmp_path, monkeypatch, capfd):
    shutil.copytree(ROOT / "docs/examples", tmp_path / "docs/examples")
    shutil.copy(ROOT / "sessions.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPFLOOR_RECORD", str(tmp_path / "meeting.sqlite"))
    for line in LINES:
        words = shlex.split(line)[2:]
        if (words[:1] or [""])[0] not in STAY:
            assert main(words) == 0, f"{line}\n{capfd.readouterr().err}"


def test_every_file_that_a_text_points_to_is_there():
    for path in (README, GUIDE):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_place_in_the_guide_that_is_pointed_to_is_there():
    text = GUIDE.read_text("utf-8")
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    places = {head.lower().replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= places
