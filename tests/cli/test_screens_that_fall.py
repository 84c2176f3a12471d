"""A screen that falls ends in a sentence and a file that has the traceback, as any command does."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tipfloor.cli import main
from tipfloor.commands import timekeeper
from tipfloor.commands.stopping import UNUSABLE
from tipfloor.desk.themes import ThemedApp
from tipfloor.meetingfile import read_plan
from tipfloor.records import open_record

MEETING = Path(__file__).parents[2] / "sessions.toml"


def test_a_timekeeper_that_falls_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def falls(app: ThemedApp) -> None:
        app._handle_exception(KeyError("nowhere"))

    record = tmp_path / "record.sqlite"
    with closing(open_record(record, read_plan(MEETING))):
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(timekeeper, "whole_window", lambda: True)
    monkeypatch.setattr(ThemedApp, "run", falls)
    assert main(["timekeeper", "--record", str(record)]) == UNUSABLE
    assert "did not expect (KeyError)" in capsys.readouterr().err
    [kept] = (tmp_path / "state" / "tipfloor").iterdir()
    assert "KeyError: 'nowhere'" in kept.read_text(encoding="utf-8")
