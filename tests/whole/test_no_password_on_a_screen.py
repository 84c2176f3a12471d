"""A password that somebody wrote into an address is in no byte of a screen, nor of a file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.helpers.postgres_server import Server
from tests.whole.conftest import Start
from tests.whole.terminal import Terminal

PASSWORD = "s3cr3t q7/é"
FORMS = [PASSWORD.encode(), quote(PASSWORD, "").encode(), quote(PASSWORD).encode(), b"s3cr3t"]


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
def test_of_the_desk_and_the_timekeeper_while_the_database_goes_and_comes(
    start: Start, folder: Path, mortal: Server, size: tuple[int, int]
) -> None:
    told = str(mortal.new_record()).replace("owner@", f"owner:{quote(PASSWORD, '')}@")
    assert told.count("s3cr3t") == 1
    desk = start("desk", "--record", told, "--as", "Desk 1", size=size)
    desk.shows("saved")
    timekeeper = start("timekeeper", size=size, TIPFLOOR_RECORD=told)
    timekeeper.shows("FLOOR FREE")
    for screen in (desk, timekeeper):
        _shown_in_every_view(screen)
    mortal.stop()
    desk.shows("HAS NOT ANSWERED")
    timekeeper.shows("has not answered")
    mortal.start()
    desk.shows("answers again")
    timekeeper.until(lambda: "has not answered" not in timekeeper.text)
    desk.press("q")
    timekeeper.press("q")
    assert (desk.wait(), timekeeper.wait()) == (0, 0)
    for screen in (desk, timekeeper):
        assert len(screen.seen) > 2000
        assert [form for form in FORMS if form in screen.seen] == []
        assert b"s3cr3t" not in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", screen.seen)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [file for file in files if any(form in file.read_bytes() for form in FORMS)] == []


def _shown_in_every_view(screen: Terminal) -> None:
    """Open what a key opens and leave it; what each has to say is seen."""
    for key in "?L/tT%":
        screen.press(key)
        screen.read(0.2)
        screen.press("escape")
        screen.read(0.2)
