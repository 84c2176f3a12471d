"""What a database server keeps of what was erased from a record: it has more than its tables."""

from __future__ import annotations

from pathlib import Path

from tipfloor.store.address import read_address
from tipfloor.words import say


def kept_by_server(where: str) -> list[str]:
    """Return what is to be said of backups, replicas and the archived log; of a file, nothing."""
    if isinstance(read_address(where), Path):
        return []
    return [say("cli.kept_by_server", where=where)]
