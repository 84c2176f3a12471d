"""The archive as a file: named parts in one zip, and a manifest of their digests."""

from __future__ import annotations

import contextlib
import stat
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.store import NotARecord, StoreFault
from tipfloor.store.address import Address
from tipfloor.store.held import reading

if TYPE_CHECKING:
    import zipfile  # with all that it brings, for archives alone

MANIFEST, README, RECORD, PLAN = "MANIFEST.json", "README.txt", "record.sqlite", "sessions.toml"

ZIP = b"PK\x03\x04"

LARGEST = {MANIFEST: 1_000_000, RECORD: 50_000_000, PLAN: 1_000_000}
"""Bytes of the parts that are read whole: a record of a hundred thousand events has as many."""

ALTOGETHER = 200_000_000
"""Bytes of all parts: what is read of a larger archive could fill the disk or the memory."""

PIECE = 1 << 16
"""Bytes that are held of a part of which only the digest is wanted."""

LONGEST_LIST = 100_000
"""Bytes of the list of parts at the end of the file: an archive of fourteen parts has a tenth."""

TAIL = 22 + 0xFFFF
"""Bytes in which a zip file's end lies, its longest comment included."""

_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"


def is_archive(path: Address) -> bool:
    """Tell whether a file begins as an archive does; False for what is none or cannot be read."""
    if not isinstance(path, Path):
        return False
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with reading(path) as file:
            return file.read(len(ZIP)) == ZIP
    except OSError:
        return False


def packed(parts: Mapping[str, bytes], facts: Mapping[str, Any]) -> bytes:
    """Return an archive of some parts, with a manifest that also states the facts.

    Raises StoreFault for a record that is larger than what an archive is read from.
    """
    if len(parts[RECORD]) > LARGEST[RECORD] or sum(map(len, parts.values())) > ALTOGETHER:
        raise StoreFault("too_large", RECORD, f"{LARGEST[RECORD]:,}")
    import json  # for who makes one

    from tipfloor.zipping import zipped

    listed = [
        {"path": name, "bytes": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in parts.items()
    ]
    manifest = json.dumps({**facts, "parts": listed}, indent=2, ensure_ascii=False) + "\n"
    return zipped({MANIFEST: manifest.encode("utf-8"), **parts})


class Parts:
    """An archive that is open: parts are read one by one, and never more than a bound of each."""

    def __init__(self, file: zipfile.ZipFile, path: Path) -> None:
        self._file, self._path = file, path
        self._sizes = {item.filename: item.file_size for item in file.infolist()}

    @property
    def names(self) -> frozenset[str]:
        """The parts that there are, by what the archive says."""
        return frozenset(self._sizes)

    def read(self, name: str, most: int) -> bytes:
        """Return one part whole. Raises StoreFault where it is missing, damaged or too large."""
        if self._sizes.get(name, 0) > most:
            raise StoreFault("archive_damaged", str(self._path), f"{name} is too large")
        with _faults(self._path):
            return self._file.read(name)

    def measured(self, name: str) -> tuple[int, str]:
        """Return the bytes and the SHA-256 of a part, which is never held whole.

        Raises StoreFault.
        """
        length, digest = 0, sha256()
        with _faults(self._path), self._file.open(name) as part:
            while piece := part.read(PIECE):
                length += len(piece)
                digest.update(piece)
        return length, digest.hexdigest()


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Parts]:
    """Open an archive to read it. Raises NotARecord and StoreFault."""
    import zipfile

    with _faults(path):
        _refuse_crowded(path)
        file = zipfile.ZipFile(path)
    with file:
        _refuse_strange(file, path)
        yield Parts(file, path)


def part_of(path: Path, name: str) -> bytes:
    """Return one part of an archive. Raises NotARecord and StoreFault."""
    with opened(path) as parts:
        return parts.read(name, LARGEST[name])


def _refuse_strange(file: zipfile.ZipFile, path: Path) -> None:
    """Refuse what is no archive of this program, and one that unpacks to more than any does."""
    names = [item.filename for item in file.infolist()]
    if not {MANIFEST, RECORD} <= set(names):
        raise NotARecord("no_archive", str(path))
    if len(set(names)) < len(names):
        raise StoreFault("archive_damaged", str(path), "a part stands twice")
    if sum(item.file_size for item in file.infolist()) > ALTOGETHER:
        raise StoreFault(
            "archive_damaged", str(path), f"it unpacks to more than {ALTOGETHER:,} bytes"
        )


def _refuse_crowded(path: Path) -> None:
    """Refuse a list of parts that is longer than any archive has, before it is read."""
    import zipfile

    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        tail = file.read(TAIL)
    place = tail.rfind(_END)
    if place < 0:
        raise zipfile.BadZipFile("it is cut off")
    listed = int.from_bytes(tail[place + 12 : place + 16], "little")
    if listed > LONGEST_LIST or tail[max(0, place - 20) : place].startswith(_LARGE_END):
        raise zipfile.BadZipFile("it has too many parts")


@contextlib.contextmanager
def _faults(path: Path) -> Iterator[None]:
    import zipfile

    try:
        yield
    except zipfile.BadZipFile as error:
        raise StoreFault("archive_damaged", str(path), str(error)) from error
    except OSError as error:
        raise StoreFault("unreadable", str(path), error.strerror or str(error)) from error
    except (KeyError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise StoreFault("archive_damaged", str(path), str(error)) from error
