"""A record of another back end written out as a file: the same rows, digests, people and notes."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tipfloor.store import schema
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.opening import APPLICATION_ID, opened
from tipfloor.store.people import People
from tipfloor.store.protocol import NotSaved, Store
from tipfloor.store.rows import insert
from tipfloor.store.transaction import transaction


def write_out(store: Store, path: Path) -> None:
    """Write everything that a record has into an empty file. Raises StoreFault.

    Its rows are those of one instant: what others append meanwhile is behind them.
    """
    rows, people = store.read(), store.people()
    made, shown = store.made_since(0), store.all_shown()
    try:
        with contextlib.closing(opened(path.absolute().as_uri() + "?mode=rw")) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            schema.bring_up_to_date(connection)
            with transaction(connection):
                insert(connection, rows)
                kept = People(connection)
                for person in people:
                    kept.keep(person)
                for item in shown:
                    kept.note_shown(item)
                query = "INSERT INTO files (at, path, position, form) VALUES (?, ?, ?, ?)"
                connection.executemany(query, made)
    except SQL_ERRORS as error:
        raise NotSaved("not_created", str(path), str(error)) from error
