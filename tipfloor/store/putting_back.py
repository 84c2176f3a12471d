"""A record that was deleted, written into its place again from the file that is still open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tipfloor.store.drafts import draft_beside, fill, placed
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.opening import opened
from tipfloor.store.protocol import NotSaved
from tipfloor.store.rows import rows_of


def put_back(source: sqlite3.Connection, path: Path) -> None:
    """Write all that a connection reads, its log included, into one file where none lies.

    It is read back and compared first. What lies in the place by then is left as it is.
    Raises NotSaved; then nothing is left behind.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with draft_beside(path) as draft:
            fill(draft, source)
            with closing(opened(f"{draft.absolute().as_uri()}?mode=ro")) as copy:
                same = list(rows_of(copy)) == list(rows_of(source))
            if not same or not placed(draft, path):
                raise NotSaved("not_put_back", str(path), "taken" if same else "read otherwise")
    except (OSError, *SQL_ERRORS) as error:
        raise NotSaved("not_put_back", str(path), str(error)) from error
