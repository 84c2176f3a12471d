"""What is wrong with a meeting file, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and places from the top of the file, as in ("sessions", 2, "limit_seconds")."""

Finding = tuple[Path, str]
"""A fault before its line is known: the path and what is found and expected, in words."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `line` counts from 1, None where no line is meant; `path` may be empty."""

    file: str
    line: int | None
    path: str
    expected: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.expected) if part)


class FaultsFound(Exception):
    """The meeting file cannot be used: every fault that was found, by line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line or 0, fault.path)))
        super().__init__("\n".join(map(str, self.faults)))


def plain(text: str) -> str:
    """Return text with everything escaped that a terminal would act upon."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def spelled(path: Path) -> str:
    """Write a path as people read it: `sessions[2].limit_seconds`, places from 0."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += ("." if text else "") + _key(part)
    return text


def _key(key: str) -> str:
    shown = key if len(key) <= _LONGEST_KEY else key[:_LONGEST_KEY] + "…"
    return shown if _BARE_KEY.fullmatch(shown) else f'"{plain(shown)}"'
