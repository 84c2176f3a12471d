"""Which line of a TOML text states which key, since the standard parser keeps no lines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress

from tipfloor.meetingfile.fault import Path

DEEPEST = 6
"""Parts of a path that are kept apart: no table of a meeting file lies deeper."""

# No possessive quantifiers: the re module of Python 3.11.2, which Debian 12 has, mistakes them.
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SCALAR = re.compile(r"[^,\]}#\n]+")


class _Lost(Exception):
    """The text is not the TOML that the scanner expects."""


def lines_of(text: str) -> dict[Path, int]:
    """Map each path of a TOML text to its line, from 1; what is no TOML is left out."""
    scan = _Scan(text)
    with suppress(_Lost, RecursionError):
        scan.run()
    return scan.lines


def _unquoted(key: str) -> str:
    try:
        return str(tomllib.loads(f"k={key}")["k"])
    except tomllib.TOMLDecodeError as error:
        raise _Lost from error


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of a path, or of the nearest table around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
    """One walk through a text: `at` is the place of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._last_of: dict[Path, int] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def run(self) -> None:
        """Walk to the end of the text."""
        table: Path = ()
        self._blank()
        while self.at < len(self.text):
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
            self._blank()

    def _header(self) -> Path:
        start = self.at
        array = self.text.startswith("[[", start)
        self._take("[[" if array else "[")
        parts = self._key()
        self._take("]]" if array else "]")
        path = (*self._standing(parts[:-1]), parts[-1])[:DEEPEST]
        if array:
            self._last_of[path] = self._last_of.get(path, -1) + 1
            path = (*path, self._last_of[path])
        self._note(path, start)
        return path

    def _standing(self, parts: Path) -> Path:
        """Put the place of the newest table behind each key that is an array of tables."""
        path: Path = ()
        for part in parts[:DEEPEST]:
            path = (*path, part)
            if path in self._last_of:
                path = (*path, self._last_of[path])
        return path

    def _pair(self, table: Path) -> None:
        start = self.at
        path = (*table, *self._key()[:DEEPEST])
        self._note(path, start)
        self._take("=")
        self._blank()
        self._value(path)

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._blank()
            raw = self._match(_KEY_PART)
            parts.append(_unquoted(raw) if raw[0] in "\"'" else raw)
            self._blank()
            if self._next() != ".":
                return tuple(parts)
            self.at += 1

    def _value(self, path: Path) -> None:
        first = self._next()
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._match(_STRING if first in "\"'" else _SCALAR)

    def _array(self, path: Path) -> None:
        self.at += 1
        place = 0
        while not self._ends("]"):
            self._note((*path, place), self.at)
            self._value((*path, place))
            place += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while not self._ends("}"):
            self._pair(path)

    def _ends(self, closing: str) -> bool:
        """Step over blanks and a comma, and over the closing sign where it stands next."""
        self._blank()
        if self._next() == ",":
            self.at += 1
            self._blank()
        if self._next() != closing:
            return False
        self.at += 1
        return True

    def _note(self, path: Path, start: int) -> None:
        line = bisect_right(self._starts, start)
        for depth in range(1, min(len(path), DEEPEST)):
            self.lines.setdefault(path[:depth], line)
        self.lines[path[:DEEPEST]] = line

    def _next(self) -> str:
        if self.at >= len(self.text):
            raise _Lost
        return self.text[self.at]

    def _take(self, sign: str) -> None:
        if not self.text.startswith(sign, self.at):
            raise _Lost
        self.at += len(sign)

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise _Lost
        self.at = found.end()
        return found.group()

    def _blank(self) -> None:
        self._match(_BLANK)
