"""From a path to text, whatever lies at that path and however the text is encoded."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tipfloor.listfile.fault import ListUnusable
from tipfloor.words import say
from tipfloor.words.plain import plain

LARGEST = 1_000_000
"""Bytes: a list of five hundred delegations with other columns needs a tenth of this."""

KEPT = "\t\n"
"""Control characters that a text file has."""

SIGNED = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""The marks with which a text says how it is encoded."""


def read_text(path: Path) -> str:
    """Return the text with line ends as `\\n`. Raises ListUnusable, never OSError."""
    return text_of(read_bytes(path), plain(str(path)))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return what a file holds, of at most `largest` bytes. Raises ListUnusable, never OSError."""
    file = plain(str(path))
    try:
        return _read_bytes(path, file, largest)
    except FileNotFoundError:
        raise ListUnusable(say("listfile.no_file", file=file)) from None
    except PermissionError:
        raise ListUnusable(say("listfile.not_allowed", file=file)) from None
    except OSError as error:
        raise ListUnusable(
            say("listfile.unreadable", file=file, reason=error.strerror or "")
        ) from None
    except ValueError:
        raise ListUnusable(say("listfile.no_file", file=file)) from None


def text_of(data: bytes, file: str) -> str:
    """Return the text of a list with line ends as `\\n`. Raises ListUnusable."""
    text = decoded(data, file).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_strange_text(text, file)
    return text


def decoded(data: bytes, file: str) -> str:
    """Return text from bytes in UTF-8, UTF-16 or, where they are neither, Windows-1252."""
    signed = next((name for mark, name in SIGNED.items() if data.startswith(mark)), None)
    for encoding in (signed,) if signed else _guessed(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListUnusable(say("listfile.encoding", file=file))


def _guessed(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try: half the bytes of a Latin text in UTF-16 are zero."""
    half = max(1, len(data) // 2)
    if data[1::2].count(0) * 2 > half:
        return ("utf-16-le",)
    if data[0::2].count(0) * 2 > half:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def _read_bytes(path: Path, file: str, largest: int) -> bytes:
    _refuse_strange_kind(os.stat(path), file, largest)  # noqa: PTH116 -- a Path says nothing else
    # A pipe may take the file's place between the two calls: opening must not wait for a writer.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as source:
        _refuse_strange_kind(os.fstat(source.fileno()), file, largest)
        data = source.read(largest + 1)
    if len(data) > largest:
        raise ListUnusable(say("listfile.too_large", file=file, largest=f"{largest:,}"))
    return data


def _refuse_strange_kind(found: os.stat_result, file: str, largest: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ListUnusable(say("listfile.directory", file=file))
    if not stat.S_ISREG(found.st_mode):
        raise ListUnusable(say("listfile.no_plain_file", file=file))
    if found.st_size > largest:
        raise ListUnusable(say("listfile.too_large", file=file, largest=f"{largest:,}"))


def _refuse_strange_text(text: str, file: str) -> None:
    if not text.strip():
        raise ListUnusable(say("listfile.empty", file=file))
    for number, line in enumerate(text.split("\n"), start=1):
        if any((char < " " and char not in KEPT) or "\x7f" <= char < "\xa0" for char in line):
            raise ListUnusable(say("listfile.control", file=file, row=number))
