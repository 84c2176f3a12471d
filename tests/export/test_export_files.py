"""A file is written whole or not at all, and never over what matters."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.helpers.play import Play
from tipfloor.export import InTheWay, write


def names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    write(tmp_path / "log.csv", b"rows")
    assert (tmp_path / "log.csv").read_bytes() == b"rows"
    assert stat.S_IMODE((tmp_path / "log.csv").stat().st_mode) == 0o600
    assert names(tmp_path) == ["log.csv"]


def test_a_file_that_exists_stays_unless_it_may_be_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    write(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["log.csv"]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_a_record_and_its_log_are_never_overwritten(played: Play, ending: str) -> None:
    path = played.path.with_name(played.path.name + ending)
    with pytest.raises(InTheWay) as caught:
        write(path, b"rows", overwrite=True)
    assert caught.value.code == "record"
    assert caught.value.strerror == "this is a record of a meeting, which is never overwritten"


def test_a_link_to_the_record_is_the_record(played: Play, tmp_path: Path) -> None:
    link = tmp_path / "log.csv"
    link.symlink_to(played.path)
    with pytest.raises(InTheWay):
        write(link, b"rows", overwrite=True)


def test_a_directory_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, code in ((tmp_path, "directory"), (tmp_path / "pipe", "device")):
        with pytest.raises(InTheWay) as caught:
            write(path, b"rows", overwrite=True)
        assert caught.value.code == code


def test_nothing_is_left_behind_where_the_file_cannot_be_placed(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        write(tmp_path / ("n" * 300), b"rows")
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "log.csv", b"rows")
