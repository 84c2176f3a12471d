"""Blacking a typed text out: what is left of its row, and the event that says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tipfloor.core.corrections.blacking import TextBlackedOut
from tipfloor.core.ground.event import Recorded, Told
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.typed import body_left, is_withheld, texts_in, why_none
from tipfloor.proceedings.view import milliseconds, unsealed
from tipfloor.store import Made, NotErased, Row, Store
from tipfloor.store.acts import new_act
from tipfloor.store.chain import is_former, left_of


class NothingTyped(Exception):
    """A row without a typed text that can be blacked out; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BlackedOut(NamedTuple):
    """What was blacked out: the row, and what is to be known of it.

    `guessable` says that a guess of the text can be confirmed by the digest, `erased` that no byte
    of it is left in the file. `also` are the rows that hold one of its texts too; `stale` the files
    made while it could be read.
    """

    position: int
    guessable: bool
    erased: bool
    also: tuple[int, ...]
    stale: tuple[Made, ...]


def said_of(row: Row, left: str, at: Instant) -> TextBlackedOut:
    """Return the event that names a row and what is left of it."""
    digest = left_of(row.kind, row.version, left)
    return TextBlackedOut(at=at, position=row.position, left=digest)


def black_out(store: Store, position: int, after: int, at: Instant, by: str) -> BlackedOut:
    """Black the typed texts of a row out of a record that has rows up to `after`.

    Raises NothingTyped, Moved, NotSaved and StoreFault.
    """
    row, left = _to_black_out(store, position)
    event = Recorded(after + 1, said_of(row, left, at), Told(new_act(milliseconds(at)), by))
    erased = True
    try:
        store.black_out(after, {position: left}, unsealed([event], at))
    except NotErased:
        erased = False
    texts = texts_in(row.kind, row.body)
    is_public = not is_withheld(row.kind, row.body)
    made = store.made_since(position)
    return BlackedOut(
        position=position,
        guessable=is_former(row),
        erased=erased,
        also=tuple(_holding(store.rows(), texts)),
        stale=tuple(item for item in made if is_public or item.form != "public"),
    )


def _to_black_out(store: Store, position: int) -> tuple[Row, str]:
    """Return a row and what will be left of its body. Raises NothingTyped."""
    row = next(store.rows(position - 1), None) if position > 0 else None
    if row is None or row.position != position:
        raise NothingTyped("no_row")
    left = body_left(row.kind, row.body)
    if left is None:
        raise NothingTyped(why_none(row.kind, row.body))
    return row, left


def _holding(rows: Iterable[Row], texts: list[str]) -> Iterable[int]:
    """Give the rows that hold one of some texts to the letter."""
    for row in rows:
        held = texts_in(row.kind, row.body)
        if any(text in held for text in texts):
            yield row.position
