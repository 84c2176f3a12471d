"""Whatever lies at a path, each reader of files of unknown bytes says so in its own words."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import pytest

from tests.desk.desk_at_work import real_plan
from tipfloor import filetext
from tipfloor.filetext import Code, NoText
from tipfloor.listfile import ListUnusable, read_list
from tipfloor.meetingfile import FaultsFound, read_plan
from tipfloor.rosterfile.table import read_table

EN = Path(__file__).parents[2] / "tipfloor" / "words" / "en"

READERS: dict[str, Callable[[Path], object]] = {
    "faults": read_plan,
    "listfile": lambda path: read_list(path, real_plan()),
    "roster": read_table,
}
"""The readers, by the catalogue of their words; a roster has those of a list."""

LARGEST = 10_000_000
"""Bytes that any of them takes."""


@pytest.fixture(params=READERS)
def told(request: pytest.FixtureRequest) -> Callable[[Path], str]:
    """Give what a reader says of a file, without its own words for the code."""

    def told(path: Path) -> str:
        with pytest.raises((FaultsFound, ListUnusable)) as caught:
            READERS[request.param](path)
        assert isinstance(caught.value.__context__, NoText)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 600
        return str(caught.value.__context__.code)

    return told


Told = Callable[[Path], str]


def test_paths_without_a_plain_file(told: Told, tmp_path: Path) -> None:
    assert told(tmp_path / "none") == "missing"
    assert told(tmp_path) == "directory"
    assert told(tmp_path / ("x" * 300)) == "unreadable"
    assert told(Path("a\0b")) == "no_name"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are pipes on POSIX only")
def test_a_pipe_and_a_device_never_hang(told: Told, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path / "pipe") == "no_plain_file"
    assert told(Path("/dev/zero")) == "no_plain_file"


def test_fifty_megabytes_are_refused_unread(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as large:
        large.truncate(5 * LARGEST)
    assert told(path) == "too_large"


@contextmanager
def without_rights() -> Iterator[None]:
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights by user are POSIX's")
def test_a_file_that_one_may_not_read(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "own"
    path.write_text("BRA")
    path.chmod(0)
    with without_rights():
        assert told(path) == "not_allowed"


CONTENTS = {
    "nothing": (b"", {"empty"}),
    "blanks": (b" \n\t\r\n", {"empty"}),
    "a mark alone": (b"\xef\xbb\xbf", {"empty"}),
    "zeros": (b"\0" * 5000, {"control"}),
    "a zero byte": (b"a\nb\0", {"control"}),
    "half a character of UTF-16": (b"\xff\xfeB\0R", {"encoding", "utf_16"}),
    "no encoding": (b"Brazil\nM\x81xico", {"encoding"}),
    "all bytes": (bytes(range(256)) * 40, {"encoding"}),
}


@pytest.mark.parametrize("case", CONTENTS)
def test_bytes_that_are_no_text(told: Told, tmp_path: Path, case: str) -> None:
    content, codes = CONTENTS[case]
    path = tmp_path / "file"
    path.write_bytes(content)
    assert told(path) in codes


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_of_any_encoding_is_read_where_any_is_taken(encoding: str) -> None:
    text = "Perú\nCôte d'Ivoire\n"
    assert filetext.text_in_any(text.encode(encoding)) == text


def test_a_byte_that_is_not_utf_8_is_placed_behind_the_mark_too() -> None:
    with pytest.raises(NoText) as caught:
        filetext.text_in_utf_8(b"\xef\xbb\xbfab\ncd\xff")
    found = caught.value
    assert (found.code, found.line, found.facts["byte"]) == ("encoding", 2, 3)


@pytest.mark.parametrize(("room", "without"), [("faults", set()), ("listfile", {"utf_16"})])
def test_every_fault_has_words_for_each_reader(room: str, without: set[str]) -> None:
    """A list in UTF-16 is read."""
    words = tomllib.loads((EN / f"{room}.toml").read_text("utf-8"))
    said = {key.removeprefix("file_") for key in words if key.startswith("file_")}
    assert said == set(get_args(Code)) - without
