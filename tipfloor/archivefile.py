"""The archive as a file: named parts in one zip, and a manifest of their digests."""

from __future__ import annotations

import io
import json
import stat
import zipfile
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from tipfloor.store import NotARecord, StoreFault

MANIFEST, README, RECORD, PLAN = "MANIFEST.json", "README.txt", "record.sqlite", "sessions.toml"

ZIP = b"PK\x03\x04"

LARGEST = 1_000_000_000
"""Bytes of one part: a record of a hundred thousand events has a tenth."""

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every part, so that the same parts make the same archive."""

_OWNER_READS = 0o600 << 16


def is_archive(path: Path) -> bool:
    """Tell whether a file begins as an archive does; False for what cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return file.read(len(ZIP)) == ZIP
    except OSError:
        return False


def packed(parts: Mapping[str, bytes], facts: Mapping[str, Any]) -> bytes:
    """Return an archive of some parts, with a manifest that also states the facts."""
    listed = [
        {"path": name, "bytes": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in parts.items()
    ]
    manifest = json.dumps({**facts, "parts": listed}, indent=2, ensure_ascii=False) + "\n"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in {MANIFEST: manifest.encode("utf-8"), **parts}.items():
            info = zipfile.ZipInfo(name, _ALWAYS)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the rights of a part are those of Unix
            info.external_attr = _OWNER_READS
            file.writestr(info, data)
    return target.getvalue()


def part_of(path: Path, name: str) -> bytes:
    """Return one part of an archive. Raises NotARecord and StoreFault."""
    return parts_of(path, only=name)[name]


def parts_of(path: Path, only: str | None = None) -> dict[str, bytes]:
    """Return every part of an archive by name, or one. Raises NotARecord and StoreFault."""
    try:
        with zipfile.ZipFile(path) as file:
            names = [item.filename for item in file.infolist()]
            if not {MANIFEST, RECORD} <= set(names):
                raise NotARecord("no_archive", str(path))
            if len(set(names)) < len(names):
                raise StoreFault("archive_damaged", str(path), "a part stands twice")
            wanted = names if only is None else [only]
            if any(file.getinfo(name).file_size > LARGEST for name in wanted):
                raise StoreFault("archive_damaged", str(path), "a part is too large")
            return {name: file.read(name) for name in wanted}
    except zipfile.BadZipFile as error:
        raise StoreFault("archive_damaged", str(path), str(error)) from error
    except OSError as error:
        raise StoreFault("unreadable", str(path), error.strerror or str(error)) from error
    except (KeyError, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise StoreFault("archive_damaged", str(path), str(error)) from error
