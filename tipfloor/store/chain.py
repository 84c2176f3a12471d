"""The chain: each row's SHA-256 digest covers the former digest and the row's own content.

A row's body stands in it by its seal alone, the digest of a random salt and the body. So a body
can be blacked out: without its salt nobody can tell from the seal what it said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from os import urandom
from typing import NamedTuple

from tipfloor.store.protocol import FIRST_DIGEST, Row, Unsealed

FORM = "tipfloor 3"
"""The second line of what a digest covers; a row of the former form has its position there."""

BLACKED_OUT = "text_blacked_out"
"""The kind of row that names another whose text was blacked out, and the digest of what is left."""

SALT_BYTES = 16

FEEDS = 9
"""Line feeds in what the digest of a row covers; with more a field has one."""


class Flaw(NamedTuple):
    """A break of the chain: the position that is missing or altered, and the row found there.

    Of a position that is missing, `row` is the next one there is, which nothing vouches for.
    """

    position: int
    row: int


def sealed(salt: str, body: str) -> str:
    """Return the seal of a body, 64 hexadecimal digits."""
    return _sha256(f"{salt}\n{body}")


def digest(former: str, row: Row) -> str:
    """Return the digest, 64 hexadecimal digits, of a row that follows one with digest `former`.

    A row of the former form has neither act nor seal, and its digest covers the body itself.
    """
    if is_former(row):
        return _sha256(f"{former}\n{row.position}\n{row.kind}\n{row.version}\n{row.body}")
    return _sha256(_covered(former, row))


def is_former(row: Row) -> bool:
    """Tell whether a row was written before rows had an act, a teller, a time and a seal."""
    return row.act == row.by == row.at == row.salt == row.seal == "" and row.nth == 0


def left_of(kind: str, version: int, body: str) -> str:
    """Return the digest of what is left of a row, which the row that blacks it out states."""
    return _sha256(f"{kind}\n{version}\n{body}")


def chained(former: str, after: int, events: Sequence[Unsealed]) -> list[Row]:
    """Give events their positions behind `after`, their seals, and the digests that chain them."""
    rows: list[Row] = []
    own = ""
    for position, (kind, version, body, act, nth, by, at, salt) in enumerate(events, after + 1):
        if not act:
            act = own = own or _new_id()
            nth = position - after - 1
        salt = salt or urandom(SALT_BYTES).hex()
        row = Row(position, act, nth, by, at, kind, version, body, salt, sealed(salt, body), "")
        covered = _covered(former, row)
        if covered.count("\n") != FEEDS:
            raise ValueError(f"a line feed in {row[1:6]}")
        former = _sha256(covered)
        rows.append(Row(*row[:-1], former))
    return rows


def _new_id() -> str:
    import uuid  # for whoever appends what is of no act

    return str(uuid.uuid4())


def flaws(rows: Iterable[Row], after: int = 0, former: str = FIRST_DIGEST) -> Iterator[Flaw]:
    """Give every break of the chain in rows that follow position `after` with digest `former`.

    Behind a break the chain is taken up again from the digest that is stored there. A body whose
    salt is gone, or that another body took the place of, is known only at the end: a later row
    may say that it was blacked out. Nothing is kept of a row but that.
    """
    expected, unsealed = after + 1, dict[int, str]()
    present_form = False
    for row in rows:
        if row.position == expected and _is_sound(row, former):
            present_form = True
        else:
            present_form = present_form or not is_former(row)
            broken = row.position != expected or (present_form and not _stands(row, former))
            if broken:
                yield Flaw(expected, row.position)
            elif not _holds(row, former):
                unsealed[row.position] = left_of(row.kind, row.version, row.body)
        if row.kind == BLACKED_OUT:
            position, left = named_by(row)
            if unsealed.get(position) == left:
                del unsealed[position]
            elif position > after:
                unsealed[position] = ""
        expected, former = row.position + 1, row.digest
    yield from (Flaw(position, position) for position in sorted(unsealed))


def first_bad_position(rows: Iterable[Row]) -> int | None:
    """Return the first position that is missing or does not match its digest, None if all do."""
    return min((flaw.position for flaw in flaws(rows)), default=None)


class Checked(NamedTuple):
    """What a reading of all rows found: how many, the last digest, and the first bad position.

    `found` are the positions of the digests that were sought.
    """

    number: int
    digest: str
    bad: int | None
    found: Mapping[str, int]


def checked(rows: Iterable[Row], sought: Callable[[str], bool] = lambda digest: False) -> Checked:
    """Check rows one at a time, keeping none, and note where the digests that are sought stand."""
    number, last, found = 0, FIRST_DIGEST, dict[str, int]()

    def seen() -> Iterator[Row]:
        nonlocal number, last
        for row in rows:
            number, last = number + 1, row.digest
            if sought(row.digest):
                found[row.digest] = row.position
            yield row

    bad = first_bad_position(seen())
    return Checked(number, last, bad if number else 1, found)


def named_by(row: Row) -> tuple[int, str]:
    """Return the position that a row says is blacked out, 0 where it names none, and what is left.

    What is left is told by its digest.
    """
    import json  # for the few rows that name another

    try:
        body = json.loads(row.body)
        return int(body["position"]), str(body["left"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0, ""


def _is_sound(row: Row, former: str) -> bool:
    """Tell, as quickly as can be, whether a row of the present form stands and holds.

    A record is opened as fast as this: nearly every row of nearly every record is sound.
    """
    position, act, nth, by, at, kind, version, body, salt, seal, stated = row
    told = f"{former}\n{FORM}\n{position}\n{act}\n{nth}\n{by}\n{at}\n{kind}\n{version}\n{seal}"
    try:
        return (
            sha256(told.encode()).hexdigest() == stated
            and sha256(f"{salt}\n{body}".encode()).hexdigest() == seal
            and told.count("\n") == FEEDS
            and salt != ""
        )
    except UnicodeEncodeError:
        return False


def _stands(row: Row, former: str) -> bool:
    """Tell whether a row of the present form is where and what the chain says, but for its body."""
    return not is_former(row) and not _is_ambiguous(row) and row.digest == digest(former, row)


def _holds(row: Row, former: str) -> bool:
    """Tell whether the body is the one that was sealed."""
    if is_former(row):
        return row.digest == digest(former, row)
    return row.salt != "" and row.seal == sealed(row.salt, row.body)


def _is_ambiguous(row: Row) -> bool:
    """Tell whether a field could lend its characters to the next."""
    return "\n" in f"{row.act}{row.by}{row.at}{row.kind}{row.seal}"


def _covered(former: str, row: Row) -> str:
    """Return what the digest of a row of the present form covers."""
    position, act, nth, by, at, kind, version, _, _, seal, _ = row
    return f"{former}\n{FORM}\n{position}\n{act}\n{nth}\n{by}\n{at}\n{kind}\n{version}\n{seal}"


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
