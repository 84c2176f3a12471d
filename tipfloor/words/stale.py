"""Files made before something was taken out of the record, which show it still."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tipfloor.words import say
from tipfloor.words.plain import plain

REDIRECTED, PIPED = "> ", "|"
"""How a file is noted that a shell wrote, before its path, and one that went into a pipe."""


class FileMade(Protocol):
    """A file made of the record, as the store notes it."""

    @property
    def at(self) -> str:
        """When it was made, ISO 8601."""

    @property
    def path(self) -> str:
        """Where it was written."""


def stale_lines(files: Iterable[FileMade]) -> list[str]:
    """Return the files that are stale, each once with the last time it was made; none, nothing."""
    last = {file.path: file.at for file in files}
    told = [f"  {_named(path)} ({at})" for path, at in last.items()]
    return [say("cli.stale_files"), *told] if told else []


def _named(path: str) -> str:
    """Return the path of a file; where a shell wrote it, that it did."""
    if path == PIPED:
        return say("cli.stale_piped")
    if path.startswith(REDIRECTED):
        return say("cli.stale_redirected", path=plain(path.removeprefix(REDIRECTED)))
    return plain(path)
