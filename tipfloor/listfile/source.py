"""From a path to the text of a list, however it is encoded."""

from __future__ import annotations

from pathlib import Path

from tipfloor import filetext
from tipfloor.filetext import NoText
from tipfloor.listfile.fault import ListUnusable
from tipfloor.words import say
from tipfloor.words.plain import plain

LARGEST = 1_000_000
"""Bytes: a list of five hundred delegations with other columns needs a tenth of this."""


def read_text(path: Path) -> str:
    """Return the text with line ends as `\\n`. Raises ListUnusable, never OSError."""
    return text_of(read_bytes(path), plain(str(path)))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return what a file holds, of at most `largest` bytes. Raises ListUnusable, never OSError."""
    try:
        return filetext.read_bytes(path, largest)
    except NoText as fault:
        raise _unusable(fault, plain(str(path))) from None


def text_of(data: bytes, file: str) -> str:
    """Return the text of a list with line ends as `\\n`. Raises ListUnusable."""
    try:
        text = filetext.text_in_any(data).replace("\r\n", "\n").replace("\r", "\n")
        filetext.refuse_control(text)
    except NoText as fault:
        raise _unusable(fault, file) from None
    return text


def _unusable(fault: NoText, file: str) -> ListUnusable:
    words = say(f"listfile.file_{fault.code}", file=file, row=fault.line, **fault.facts)
    return ListUnusable(words)
