from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.export.reading import FORMS
from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import Scope, Snapshot, described, take, written
from tipfloor.export.against.checking import Verdict, check
from tipfloor.export.against.finding import found_in
from tipfloor.store.sqlite import SqliteStore

Checked = Callable[[bytes], Verdict]


SEPARATOR = b"\n== beside ==\n"
"""What stands between a file and the description beside it in the bytes of a test."""


def made(snapshot: Snapshot, form: str) -> bytes:
    """Return a file with the description that lies beside it, where its form has one."""
    beside = described(snapshot, form, "file")
    return written(snapshot, form) + (b"" if beside is None else SEPARATOR + beside)


class Beside:
    """A record that has gone on since files were made from it, and what is found of a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.play = played(folder)
        self.files: dict[tuple[str, bool], bytes] = {
            (form, internal): made(take(self.play.proceedings, scope), form)
            for form in FORMS
            for internal, scope in ((False, TIMES), (True, Scope(internal=True)))
        }
        self.play.wait(20)
        self.play.act("end_remark")
        self.play.act("correct", number=1, delegation="JAM", reason="a slip")

    def check(self, data: bytes) -> Verdict:
        """Return what is found of a file with some bytes."""
        path = self.folder / "file"
        file, _, description = data.partition(SEPARATOR)
        path.write_bytes(file)
        beside = path.with_name("file-metadata.json")
        beside.write_bytes(description) if description else beside.unlink(missing_ok=True)
        return self.check_path(path)

    def check_path(self, path: Path) -> Verdict:
        proceedings = self.play.proceedings
        with closing(SqliteStore(self.play.path, read_only=True)) as store:
            positions = {row.digest: row.position for row in store.read()}
        return check(path, found_in(path), positions, take(proceedings))


def played(folder: Path) -> Play:
    """Play a small meeting to the middle of a remark, which a file shows as in progress."""
    session = PLAN["sessions"][0]
    sessions = [session, {**session, "code": "b", "title": "Plenary session (b)", "topic": "Dry"}]
    play = Play(folder, {**PLAN, "sessions": sessions}, None)
    play.act("take_note", text="a note of the secretariat")
    play.act("add_recommendation", text="Rivers are to be shared")
    play.act("next_moment")
    play.act("open_session")
    for code in ("BRA", "CHL", "URY"):
        play.act("check_in", delegation=code)
        play.act("inscribe", delegation=code)
    for _ in range(2):
        play.act("give_floor")
        play.wait(30.125)
        play.act("end_remark")
    play.act("refuse", delegation="CHL", requested="slides")
    play.act("give_floor")
    play.wait(10.5)
    return play


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    made = Beside(tmp_path_factory.mktemp("beside"))
    yield made
    made.play.proceedings.close()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a zip in which one part was changed, with the dates and the order of the others."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as made, ZipFile(target, "w", ZIP_DEFLATED) as again:
        for item in made.infolist():
            part = made.read(item)
            again.writestr(item, change(part) if item.filename == name else part)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as file:
        return {item.filename: file.read(item) for item in file.infolist()}


def replacing(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return a change of one text, which must be there."""

    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    return change
