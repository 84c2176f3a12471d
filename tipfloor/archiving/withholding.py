"""The record of a public archive: the notes and reasons that were typed are blacked out in it."""

from __future__ import annotations

import uuid
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from tipfloor.core.corrections.blacking import ARCHIVE
from tipfloor.core.ground.event import Told
from tipfloor.core.ground.typed import body_left
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.blacking import said_of
from tipfloor.proceedings.view import at_positions, unsealed
from tipfloor.store import Row
from tipfloor.store.chain import flaws
from tipfloor.store.in_memory import InMemoryStore, blacked_out


def without_notes_and_reasons(record: bytes, path: Path) -> bytes:
    """Return a record in which they are gone; one without any is returned as it is.

    The same record always gives the same bytes, and a row that was altered is known as such in
    them too. Raises StoreFault.
    """
    with closing(InMemoryStore(record, path)) as store:
        rows = store.read()
        with closing(Proceedings(store)) as proceedings:
            last = proceedings.history[-1].event.at
    kept = ((row, _left(row)) for row in rows)
    lefts = [(row, left) for row, left in kept if left is not None]
    if not lefts:
        return record
    act, end = str(uuid.uuid5(uuid.NAMESPACE_OID, rows[-1].digest)), rows[-1].position
    altered = {flaw.row for flaw in flaws(rows)}
    said = [said_of(row, "" if row.position in altered else left, last) for row, left in lefts]
    events = at_positions(end, said, Told(act, ARCHIVE))
    salted = [item._replace(salt=_salt(act, item.nth)) for item in unsealed(events, last)]
    texts = {row.position: left for row, left in lefts}
    return blacked_out(record, path, end, texts, salted)


def _left(row: Row) -> str | None:
    return body_left(row.kind, row.body, withheld_alone=True)


def _salt(act: str, nth: int) -> str:
    """Return the salt of a row in which there is nothing to guess."""
    return sha256(f"{act} {nth}".encode()).hexdigest()[:32]
