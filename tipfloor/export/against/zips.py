"""A zip that anyone may have made: its parts, read within bounds."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO

END = b"PK\x05\x06"
"""How the end record of a zip begins; it says how long the list of the parts is."""

LONGEST_END = 65_557
LONGEST_LIST = 1_000_000
"""Bytes of the list of the parts: each takes a thousand bytes of memory, an export has twenty."""


class ZipFault(Exception):
    """A zip that cannot be read, or only with more memory than any export takes."""


TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
    KeyError,
    OSError,
    struct.error,
)
"""What reading a zip raises that is encrypted, cut off, or of another making."""


class Zip:
    """The parts of a zip by name. Raises ZipFault wherever it is not sound."""

    def __init__(self, path: Path) -> None:
        _check_list(path)
        try:
            self._file = zipfile.ZipFile(path)
        except TROUBLES as error:
            raise ZipFault(str(error)) from error
        self.names = [item.filename for item in self._file.infolist()]

    def __enter__(self) -> Zip:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def twice(self) -> list[str]:
        """The names that stand more than once."""
        return [name for name, number in Counter(self.names).items() if number > 1]

    def read(self, name: str, most: int) -> bytes | None:
        """Return a part, None where it is longer than that."""
        with self.opened(name) as part:
            data = part.read(most + 1)
        return data if len(data) <= most else None

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """Open a part to read it block by block."""
        try:
            with self._file.open(name) as part:
                yield part
        except TROUBLES as error:
            raise ZipFault(f"{name}: {error}") from error


def _check_list(path: Path) -> None:
    """Look how long the list of the parts is before the whole of it is read."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - LONGEST_END))
            tail = file.read()
    except OSError as error:
        raise ZipFault(str(error)) from error
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 22:
        raise ZipFault("no end record")
    (length,) = struct.unpack_from("<L", tail, at + 12)
    if length > LONGEST_LIST:
        raise ZipFault("too many parts")
