"""Each line of SECURITY.md names the test that tries it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<what>[^|]+) \|[^|]*\| (?P<tests>`test_[^|]+) \|$", re.MULTILINE)


def test_every_test_that_is_named_is_there() -> None:
    rows = ROW.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert len(rows) > 20
    for what, tests in rows:
        for file, name in re.findall(r"`(test_\w+\.py)::(test_\w+)`", tests):
            texts = [path.read_text("utf-8") for path in (ROOT / "tests").glob(f"*/{file}")]
            assert any(f"def {name}(" in text for text in texts), what


def test_every_line_has_one() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    table = text.split("| Tried by |\n")[1].split("\n\n")[0].splitlines()[1:]
    assert [line for line in table if "::test_" not in line] == []
