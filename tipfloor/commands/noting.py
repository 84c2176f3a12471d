"""What a record keeps of the files that are made of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path


def note_file(
    record: Path, target: Path, at: str, position: int, form: str, shown: Iterable[str]
) -> None:
    """Note a file and whom it shows, so that it can be named as stale once that is gone.

    It was made at an instant of the rows up to a position; `form` is public or internal. No row
    is read for it. Raises StoreFault.
    """
    from tipfloor.records import store_to_tell
    from tipfloor.store import Made, Shown

    path = str(target.resolve())
    with closing(store_to_tell(record)) as store:
        store.note_made(Made(at, path, position, form))
        for person in shown:
            store.note_shown(Shown(at, path, person))
