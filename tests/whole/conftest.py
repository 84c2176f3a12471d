import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal

MEETING = Path(__file__).parents[2] / "sessions.toml"
LIMIT = 3
"""Seconds: the speaking limit of these meetings, so that nobody waits long."""

Start = Callable[..., Terminal]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test folders of its own, with the real meeting on a short limit."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("TIPFLOOR_RECORD", str(tmp_path / "meeting.sqlite"))
    text = MEETING.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^limit_seconds = 120", f"limit_seconds = {LIMIT}", text)
    text = re.sub(r"(?m)^warnings_at_seconds = .*$", "warnings_at_seconds = [2, 1]", text)
    (tmp_path / "sessions.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start the program at a terminal."""
    open_ones: list[Terminal] = []

    def start_it(*words: str, **options: object) -> Terminal:
        terminal = Terminal(*words, folder=folder, **options)  # type: ignore[arg-type]
        open_ones.append(terminal)
        return terminal

    yield start_it
    for terminal in open_ones:
        terminal.close()
