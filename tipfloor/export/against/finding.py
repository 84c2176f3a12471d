"""Finding in a file of any form what it says of its own making, whoever made the file.

Nothing is read into memory that is larger than a seal: a file may be anything.
"""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from tipfloor.export.against.zips import Zip, ZipFault
from tipfloor.export.seal import LONGEST, Seal, seals_in
from tipfloor.forms import FORMS

OF_DIGITS = re.compile(rb"[0-9a-f][0-9a-f]{63}[0-9a-f]*")
"""What is a digest if it has no more digits: looking around each byte takes four times as long.

The first digit stands alone, so that whatever is none is passed over at once."""

DIGITS = 64

LARGEST = 256_000_000
"""Bytes of a file, or of one of its parts: no record makes an export of half as many."""

BLOCK = 1 << 20

MOST = 1000
"""Different seals or digests that are looked at: an export has one."""

ZIP = b"PK\x03\x04"
"""How a zip begins."""

SEALED = ("datapackage.json", "word/document.xml", "xl/sharedStrings.xml", "docProps/custom.xml")
"""The parts of a zip that have a seal or a digest."""


class NotAnExport(Exception):
    """Something that no export is; `code` says what."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Found(NamedTuple):
    """The seals of a file in their order, whether one is broken, and all digests in it."""

    seals: list[Seal]
    broken: bool
    digests: frozenset[str]


BESIDE = tuple(form.beside for form in FORMS.values() if form.beside)
"""The endings of descriptions beside files that say nothing of their own making."""


def found_in(path: Path) -> Found:
    """Return what a file says of its own making, else what a description beside it says.

    Raises NotAnExport and OSError.
    """
    found = _told_by(path)
    for ending in BESIDE:
        beside = path.with_name(path.name + ending)
        if not (found.seals or found.broken or found.digests) and beside.is_file():
            found = _told_by(beside)
    return found


def _told_by(path: Path) -> Found:
    seals: dict[Seal, None] = {}
    digests: set[str] = set()
    sound = True
    for data in _blocks(path):
        here, broken = seals_in(data)
        seals, sound = seals | here, sound and broken == 0
        digests |= {run.decode() for run in OF_DIGITS.findall(data) if len(run) == DIGITS}
        if len(seals) > MOST or len(digests) > MOST:
            raise NotAnExport("too_many_seals")
    return Found(list(seals), not sound, frozenset(digests))


def size_of(path: Path) -> int:
    """Return the bytes of a plain file of a size that an export can have. Raises NotAnExport."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotAnExport("no_file")
    if found.st_size > LARGEST:
        raise NotAnExport("too_large")
    return found.st_size


def _blocks(path: Path) -> Iterator[bytes]:
    size_of(path)
    with path.open("rb") as file:
        zipped = file.read(len(ZIP)) == ZIP
        file.seek(0)
        if not zipped:
            yield from _overlapping(file)
            return
    try:
        with Zip(path) as parts:
            for name in SEALED:
                if name in parts.names:
                    with parts.opened(name) as part:
                        yield from _overlapping(part)
    except ZipFault as fault:
        raise NotAnExport("not_readable") from fault


def _overlapping(file: IO[bytes]) -> Iterator[bytes]:
    """Give a file in blocks of which each begins with the end of the one before."""
    former, read = b"", 0
    while block := file.read(BLOCK):
        read += len(block)
        if read > LARGEST:
            raise NotAnExport("too_large")
        yield former + block
        former = (former + block)[-LONGEST:]


def whole(path: Path, most: int) -> bytes:
    """Return the bytes of a file of no more than so many. Raises NotAnExport."""
    if size_of(path) > most:
        raise NotAnExport("too_large")
    file = io.BytesIO()
    with path.open("rb") as opened:
        file.write(opened.read(most + 1))
    if file.tell() > most:
        raise NotAnExport("too_large")
    return file.getvalue()
