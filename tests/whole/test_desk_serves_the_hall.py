"""`tipfloor desk --serve`: the desk and the hall in one process, neither in the other's way."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path
from time import monotonic
from urllib.error import URLError

import pytest

from tests.whole.conftest import Start
from tipfloor.cli import main


def test_the_hall_sees_what_the_desk_does_until_it_is_left(start: Start, folder: Path) -> None:
    desk = start("desk", "--serve", "--port", "0", size=(120, 30))
    desk.shows("http://127.0.0.1:")
    found = re.search(r"http://127\.0\.0\.1:\d+/", desk.text)
    assert found
    with urllib.request.urlopen(f"{found[0]}api/events?lang=en", timeout=10) as line:
        assert _state(line)["moment"]["code"] == "registration"
        desk.press("v")
        desk.press("enter")
        while _state(line)["phase"] != "suspended":
            pass
        began = monotonic()
        desk.press("q")
        assert desk.wait() == 0
        assert monotonic() - began < 5
    with pytest.raises(URLError):
        urllib.request.urlopen(found[0], timeout=5)
    left = [path.name for path in folder.glob("meeting.sqlite*")]
    assert left == ["meeting.sqlite"]  # with all of its log, as a plain copy of it is to have


def _state(line: object) -> dict[str, object]:
    """Return the next state on a line."""
    named = b""
    while read := line.readline():  # type: ignore[attr-defined]
        if read.startswith(b"event: "):
            named = read[7:].strip()
        if read.startswith(b"data: ") and named == b"state":
            return json.loads(read[6:])
    raise EOFError


def test_how_pages_are_served_is_for_pages_that_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["desk", str(folder / "sessions.toml"), "--public"]) == 2
    assert "--serve" in capsys.readouterr().err
