"""What is dear to make and only read: made by whichever worker comes first, once for all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

LONGEST = 240.0
"""Seconds for which others wait for the one that makes it."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this run, filled by whoever asks for it first."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(folder)
    else:
        try:
            make(folder)
        except BaseException:
            _mark(folder, "failed").touch()
            raise
        _mark(folder, "made").touch()
    return folder


def _mark(folder: Path, word: str) -> Path:
    return folder.with_name(f"{folder.name}-{word}")


def _wait_for(folder: Path) -> None:
    until = monotonic() + LONGEST
    while not _mark(folder, "made").exists():
        assert not _mark(folder, "failed").exists(), f"{folder} could not be made"
        assert monotonic() < until, f"{folder} was never made"
        sleep(0.05)
