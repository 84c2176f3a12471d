"""The clock of this machine, with and without an id of its present start, and who reads one."""

import ast
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import tipfloor
from tipfloor import clocks
from tipfloor.clocks import SystemClock


def test_without_a_boot_id_setting_the_clock_is_no_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "BOOT_ID", tmp_path / "none")
    clocks._boot.cache_clear()
    try:
        before = SystemClock().now()
        clocks._boot.cache_clear()
        real = time.time_ns
        monkeypatch.setattr(time, "time_ns", lambda: real() - 7_200_000_000_000)
        after = SystemClock().now()
    finally:
        clocks._boot.cache_clear()
    assert after.boot == before.boot
    assert 0 <= after.since(before) < 60_000
    assert after.wall_jump(before) < -7_000_000


READERS = {"clocks.py", "stopwatch.py"}
CLOCKS = {"time", "datetime", "date"}
SHOWS = ("time", "monotonic", "perf_counter", "process_time", "clock_gettime", "now", "today")
"""How the names of functions begin that read a clock; others of these modules wait or reckon."""


def readings(source: str) -> Iterator[str]:
    """Give every reading of a clock in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in CLOCKS and node.attr.startswith((*SHOWS, "utcnow", "localtime")):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (name.name for name in node.names if name.name.startswith(SHOWS))
        elif isinstance(node, ast.Call) and ast.unparse(node).endswith("loop().time()"):
            yield "the loop's time"


def test_two_modules_alone_read_a_clock() -> None:
    folder = Path(str(tipfloor.__file__)).parent
    found = {
        str(path.relative_to(folder)): [*readings(path.read_text("utf-8"))]
        for path in sorted(folder.rglob("*.py"))
    }
    assert {name for name, read in found.items() if read} == READERS, found
