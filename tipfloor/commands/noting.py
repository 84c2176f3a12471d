"""What a record keeps of the files that are made of it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tipfloor.words.stale import PIPED, REDIRECTED

if TYPE_CHECKING:
    from tipfloor.store.address import Address


def note_file(
    record: Address, target: Path | str, at: str, position: int, form: str, shown: Iterable[str]
) -> None:
    """Note a file and whom it shows, so that it can be named as stale once that is gone.

    It was made at an instant of the rows up to a position; `form` is public or internal. No row
    is read for it. A target that is text is noted as it is. Raises StoreFault.
    """
    from tipfloor.records import store_to_tell
    from tipfloor.store import Made, Shown

    path = str(target.resolve()) if isinstance(target, Path) else target
    with closing(store_to_tell(record)) as store:
        store.note_made(Made(at, path, position, form))
        for person in shown:
            store.note_shown(Shown(at, path, person))


def redirected() -> str | None:
    """Return where standard output was redirected to, as it is noted; None at a terminal."""
    try:
        handle = sys.stdout.fileno()
        if os.isatty(handle):
            return None
        if stat.S_ISREG(os.fstat(handle).st_mode):
            path = Path(f"/dev/fd/{handle}").readlink()
            return f"{REDIRECTED}{path}" if path.exists() else PIPED
    except (OSError, ValueError):
        pass
    return PIPED
