"""From a path to the text of the meeting file, whatever lies at that path."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from tipfloor.meetingfile.fault import Fault, FaultsFound, plain
from tipfloor.words import say

LARGEST = 1_000_000
"""Bytes: a meeting of several hundred delegations needs a tenth of this."""

LONGEST_LINE = 2_000
"""Characters: a longer line is no meeting file, and slow to parse."""

MOST_LEVELS = 10_000
"""Levels of all lines that go deep: each level of each line costs a table."""

_DEEP = re.compile(r"\s*\[{0,2}\s*(?:[\w-]+\s*\.\s*){20}[\w-]")
"""A line that opens a table, or states a key, twenty levels deep."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> str:
    """Return the text with line ends as `\\n`; raises FaultsFound, never OSError."""
    file = plain(str(path))
    try:
        data = _read_bytes(path, file)
    except FileNotFoundError:
        raise _refused(file, say("faults.no_file")) from None
    except PermissionError:
        raise _refused(file, say("faults.not_allowed")) from None
    except OSError as error:
        raise _refused(file, say("faults.unreadable", reason=error.strerror)) from None
    except ValueError:
        raise _refused(file, say("faults.no_file_name")) from None
    text = _decoded(data, file).replace("\r\n", "\n")
    _refuse_strange_text(text, file)
    return text


def _read_bytes(path: Path, file: str) -> bytes:
    _refuse_strange_kind(os.stat(path), file)  # noqa: PTH116 -- a Path says nothing else
    # A pipe may take the file's place between the two calls: opening must not wait for a writer.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as source:
        _refuse_strange_kind(os.fstat(source.fileno()), file)
        data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _refused(file, say("faults.too_large", largest=f"{LARGEST:,}"))
    return data


def _refuse_strange_kind(found: os.stat_result, file: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _refused(file, say("faults.directory"))
    if not stat.S_ISREG(found.st_mode):
        raise _refused(file, say("faults.no_plain_file"))
    if found.st_size > LARGEST:
        size, largest = f"{found.st_size:,}", f"{LARGEST:,}"
        raise _refused(file, say("faults.large", size=size, largest=largest))


def _decoded(data: bytes, file: str) -> str:
    if data.startswith(_UTF_16):
        raise _refused(file, say("faults.utf_16"), 1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark that it takes away.
        start = error.start + (len(data) - len(error.object))
        line = data.count(b"\n", 0, start) + 1
        byte = start - (data.rfind(b"\n", 0, start) + 1) + 1
        words = say("faults.encoding", byte=byte, value=f"0x{data[start]:02x}")
        raise _refused(file, words, line) from None


def _refuse_strange_text(text: str, file: str) -> None:
    if not text.strip():
        raise _refused(file, say("faults.empty"))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _refused(file, say("faults.nul"), line)
    levels = 0
    for number, line_text in enumerate(text.split("\n"), 1):
        if len(line_text) > LONGEST_LINE:
            length, longest = f"{len(line_text):,}", f"{LONGEST_LINE:,}"
            raise _refused(file, say("faults.long_line", length=length, longest=longest), number)
        levels += line_text.count(".") if _DEEP.match(line_text) else 0
        if levels > MOST_LEVELS:
            raise _refused(file, say("faults.too_deep"), number)


def _refused(file: str, words: str, line: int | None = None) -> FaultsFound:
    return FaultsFound([Fault(file, line, "", words)])
