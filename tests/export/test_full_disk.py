"""A disk that is full leaves the old file as it was."""

import resource
import signal
from pathlib import Path

import pytest

from tipfloor.export import write


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "record.docx"
    path.write_bytes(b"old")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, former[1]))
        with pytest.raises(OSError, match="too large"):
            write(path, b"n" * 5000, overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["record.docx"]
