"""Writing files of the record at the desk: `f`, while the meeting goes on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tipfloor.forms import FORMS

WAITING = ("BRA", "CHL")
JSON, TEXT = "json", "text"
WHOLE, DAY, SESSION, INTERNAL_TEXT = "1", "2", "3", "7"
"""A form for people is for publication, for timekeeping or internal, each of three parts."""


@asynccontextmanager
async def desk_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DeskAtWork]:
    """Give a desk whose current folder is its own."""
    files = folder / "files"
    files.mkdir()
    monkeypatch.chdir(files)
    async with at_desk(folder, *WAITING) as desk:
        yield desk


async def order(desk: DeskAtWork, form: str, scope: str, language: str = "1") -> None:
    await desk.press("f")
    await desk.shows("Write the record as a file")
    offered = [name for name in FORMS if FORMS[name].offered]
    await desk.press(str(1 + offered.index(form) + bool(desk.app.desk.last_written)))
    await desk.shows("Of what?")
    await desk.press(scope)
    await desk.shows("In which language?", "English")
    await desk.press(language)
    await desk.shows("Where to?")


async def test_a_file_is_written_while_the_floor_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        await order(desk, JSON, WHOLE)
        events = desk.meeting.position
        await desk.press("enter")
        await desk.until(lambda: desk.app.desk.writing)
        await desk.press("space")
        assert desk.floor.entry.delegation == "BRA"
        await desk.shows("Written:")
        (written,) = Path.cwd().iterdir()
        log = json.loads(written.read_text())
        assert written.name == "7th-meeting-on-trafficking-in-persons-2024-02-05.json"
        assert (log["form"], log["only"]) == ("public", {"sessions": [], "days": []})
        assert log["record"]["events"] >= events
        assert desk.app.desk.writing == ""


async def test_a_session_alone_and_the_internal_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        await order(desk, JSON, SESSION)
        await desk.press("enter")
        await desk.shows("Written:")
        await order(desk, TEXT, INTERNAL_TEXT)
        await desk.press("enter")
        await desk.shows("internal.txt")
        text, log = sorted(Path.cwd().iterdir(), key=lambda path: path.suffix, reverse=True)
        assert text.read_text().startswith("INTERNAL")
        assert json.loads(log.read_text())["only"]["sessions"] == ["introductory"]


async def test_a_file_that_is_there_is_replaced_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        Path("there.txt").write_text("mine")
        for answer in ("1", "2"):
            await order(desk, TEXT, WHOLE)
            await desk.press("ctrl+u")
            await desk.type("there.txt")
            await desk.shows("there.txt is there already")
            assert Path("there.txt").read_text() == "mine"
            await desk.press(answer)
            if answer == "1":
                await desk.shows("Where to?")
                await desk.press("escape")
        await desk.shows("Written: there.txt")
        assert Path("there.txt").read_text() != "mine"


async def test_the_name_that_is_offered_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        Path("7th-meeting-on-trafficking-in-persons-2024-02-05.txt").touch()
        await order(desk, TEXT, WHOLE)
        await desk.shows("2024-02-05-2.txt")


async def test_another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        await order(desk, TEXT, WHOLE, "2")
        await desk.press("enter")
        await desk.shows("Written:", "es.txt")
        (written,) = Path.cwd().iterdir()
        assert "\nInforme\n" in written.read_text()


@pytest.mark.parametrize(
    ("typed", "said"), [("nowhere/f.txt", "The system"), (".", "this is a directory")]
)
async def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        await order(desk, TEXT, WHOLE)
        await desk.press("ctrl+u")
        await desk.type(typed)
        await desk.shows("‼", said)
        assert list(Path.cwd().iterdir()) == []


async def test_the_list_is_printed_for_the_chair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_in(tmp_path, monkeypatch) as desk:
        await desk.press("f")
        await desk.shows("Write the record as a file")
        place = len([name for name in FORMS if FORMS[name].offered])
        await desk.press("123456789abcdefghi"[place])
        await desk.shows("In which language?")
        await desk.press("1")
        await desk.shows("Where to?", "list.pdf")
        await desk.press("enter")
        await desk.shows("Written:")
        (written,) = Path.cwd().iterdir()
        assert written.read_bytes().startswith(b"%PDF")
