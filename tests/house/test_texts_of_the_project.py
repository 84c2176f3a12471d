"""What must not stand in any text of the project, and what the README may promise."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tipfloor.cli import parse

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

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


def _commands() -> list[str]:
    blocks = re.findall(r"^```\w*\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"(tipfloor|python3 start\.py)(\s|$)", line)]


def test_every_command_of_the_readme_is_one_that_the_program_takes():
    commands = _commands()
    assert commands
    for line in commands:
        words = shlex.split(re.split(r"\s[|<>&]|\s\d>", line)[0], comments=True)
        arguments = words[1:] if words[0] == "tipfloor" else words[2:]
        if arguments[:1] != ["test"]:
            assert _takes(arguments), line


def test_the_blocks_of_the_readme_can_be_copied_in_a_fresh_clone():
    assert [line for line in _commands() if not line.startswith("python3 start.py")] == []


def _takes(arguments: list[str]) -> bool:
    try:
        parse(arguments)
    except SystemExit as left:
        return not left.code
    return True
