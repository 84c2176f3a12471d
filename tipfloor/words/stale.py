"""Files made before something was taken out of the record, which show it still."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tipfloor.words import say
from tipfloor.words.plain import plain


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
    told = [f"  {plain(path)} ({at})" for path, at in last.items()]
    return [say("cli.stale_files"), *told] if told else []
