"""From a path to text, whatever lies at the path: a file of unknown bytes is read here alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

Code = Literal[
    "missing",
    "not_allowed",
    "unreadable",
    "no_name",
    "directory",
    "no_plain_file",
    "too_large",
    "empty",
    "utf_16",
    "encoding",
    "control",
]
"""What can be wrong with a file before anybody looks at what it says."""

SIGNED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The marks with which a text says how it is encoded."""

KEPT = "\t\n"
"""Control characters that a text file has."""


class NoText(Exception):
    """A file that is no text of the kind that is wanted; `line` counts from 1, None of the whole.

    The facts of a code: the `reason` of the system, `largest` in bytes, the `byte` of the line
    and its `value`.
    """

    def __init__(self, code: Code, line: int | None = None, **facts: str | int) -> None:
        super().__init__(code, line, facts)
        self.code = code
        self.line = line
        self.facts = facts


def read_bytes(path: Path, largest: int) -> bytes:
    """Return what a plain file holds, of at most `largest` bytes. Raises NoText, never OSError."""
    try:
        return _read_bytes(path, largest)
    except FileNotFoundError:
        raise NoText("missing") from None
    except PermissionError:
        raise NoText("not_allowed") from None
    except OSError as error:
        raise NoText("unreadable", reason=error.strerror or "") from None
    except ValueError:
        raise NoText("no_name") from None


def text_in_utf_8(data: bytes) -> str:
    """Return text from bytes in UTF-8, with or without its mark. Raises NoText."""
    if SIGNED.get(data[:2]):
        raise NoText("utf_16", 1)
    try:
        return _not_empty(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark that it takes away.
        start = error.start + (len(data) - len(error.object))
        line = data.count(b"\n", 0, start) + 1
        byte = start - (data.rfind(b"\n", 0, start) + 1) + 1
        raise NoText("encoding", line, byte=byte, value=f"0x{data[start]:02x}") from None


def text_in_any(data: bytes) -> str:
    """Return text from bytes in UTF-8, UTF-16 or, where they are neither, Windows-1252.

    Raises NoText.
    """
    signed = next((name for mark, name in SIGNED.items() if data.startswith(mark)), None)
    for encoding in (signed,) if signed else _guessed(data):
        try:
            return _not_empty(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise NoText("encoding")


def refuse_control(text: str) -> None:
    """Refuse the control characters that a text file has not. Raises NoText."""
    for number, line in enumerate(text.split("\n"), start=1):
        if any((char < " " and char not in KEPT) or "\x7f" <= char < "\xa0" for char in line):
            raise NoText("control", number)


def refuse_nul(text: str) -> None:
    """Refuse a zero byte, with which a file is no text at all. Raises NoText."""
    if "\0" in text:
        raise NoText("control", text.count("\n", 0, text.index("\0")) + 1)


def _read_bytes(path: Path, largest: int) -> bytes:
    _refuse_strange_kind(os.stat(path), largest)  # noqa: PTH116 -- a Path says nothing else
    # A pipe may take the file's place between the two calls: opening must not wait for a writer.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as source:
        _refuse_strange_kind(os.fstat(source.fileno()), largest)
        data = source.read(largest + 1)
    if len(data) > largest:
        raise _too_large(largest)
    return data


def _refuse_strange_kind(found: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise NoText("directory")
    if not stat.S_ISREG(found.st_mode):
        raise NoText("no_plain_file")
    if found.st_size > largest:
        raise _too_large(largest)


def _too_large(largest: int) -> NoText:
    return NoText("too_large", largest=f"{largest:,}")


def _not_empty(text: str) -> str:
    if not text.strip():
        raise NoText("empty")
    return text


def _guessed(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try: half the bytes of a Latin text in UTF-16 are zero."""
    half = max(1, len(data) // 2)
    if data[1::2].count(0) * 2 > half:
        return ("utf-16-le",)
    if data[0::2].count(0) * 2 > half:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
