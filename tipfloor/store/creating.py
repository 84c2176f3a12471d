"""Creating a record: built whole beside its place, and put there only where nothing is."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from tipfloor.store import schema
from tipfloor.store.chain import chained
from tipfloor.store.checkpoint import take_away
from tipfloor.store.drafts import draft_beside, placed
from tipfloor.store.failing import SQL_ERRORS
from tipfloor.store.leftovers import Leftover, refuse_before_new
from tipfloor.store.opening import APPLICATION_ID, opened
from tipfloor.store.protocol import FIRST_DIGEST, NotSaved, Unsealed
from tipfloor.store.rows import insert
from tipfloor.store.transaction import transaction


def create(path: Path, events: Sequence[Unsealed]) -> bool:
    """Make a new record that begins with these events; False where one came into being meanwhile.

    The file is built beside its place, mode 0600, and linked there whole, so that no reader ever
    meets half a record. Raises NotSaved, and Leftover where the log of a former record lies.
    """
    try:
        refuse_before_new(path)
    except Leftover:
        if path.exists():
            return False
        raise
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with draft_beside(path) as draft:
            _write_first(draft, events)
            take_away(path)  # that of a record which lay there before
            return placed(draft, path)
    except (OSError, *SQL_ERRORS) as error:
        raise NotSaved("not_created", str(path), str(error)) from error


def _write_first(draft: Path, events: Sequence[Unsealed]) -> None:
    with contextlib.closing(opened(draft.absolute().as_uri() + "?mode=rw")) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        # Two desks that open a new record at once would each switch it over, and one would fail.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        schema.bring_up_to_date(connection)
        with transaction(connection):
            insert(connection, chained(FIRST_DIGEST, 0, events))
