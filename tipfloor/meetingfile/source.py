"""From a path to the text of the meeting file, whatever lies at that path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tipfloor.filetext import NoText, read_bytes, refuse_nul, text_in_utf_8
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


class Source(NamedTuple):
    """The text of a meeting file with line ends as `\\n`, and whether they were those of DOS."""

    text: str
    crlf: bool


def read_source(path: Path) -> Source:
    """Read a meeting file as text. Raises FaultsFound, never OSError."""
    file = plain(str(path))
    try:
        found = text_in_utf_8(read_bytes(path, LARGEST))
        refuse_nul(found)
    except NoText as fault:
        raise _refused(file, say(f"faults.file_{fault.code}", **fault.facts), fault.line) from None
    text = found.replace("\r\n", "\n")
    _refuse_strange_lines(text, file)
    return Source(text, len(text) < len(found))


def _refuse_strange_lines(text: str, file: str) -> None:
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
