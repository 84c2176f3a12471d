import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tipfloor.store import Row, Unsealed
from tipfloor.store.chain import (
    BLACKED_OUT,
    Flaw,
    chained,
    digest,
    first_bad_position,
    flaws,
    left_of,
    sealed,
)
from tipfloor.store.protocol import FIRST_DIGEST

ROOT = Path(__file__).parents[2]


def told(body: str, act: str = "") -> Unsealed:
    return Unsealed("told", 1, body, act, 0, "desk", "2024-02-05T16:00:00.000Z")


ROWS = chained(FIRST_DIGEST, 0, [told(f"{n}", f"act {n}") for n in range(5)])

FORMER = "tipfloor before acts and seals"


def former_rows(number: int) -> list[Row]:
    """Return rows as the first two schemas had them."""
    rows, last = list[Row](), FIRST_DIGEST
    for position in range(1, number + 1):
        row = Row(position, "", 0, "", "", "told", 1, f"{FORMER} {position}", "", "", "")
        last = digest(last, row)
        rows.append(row._replace(digest=last))
    return rows


def test_a_sound_chain_and_its_every_beginning() -> None:
    for end in range(len(ROWS) + 1):
        assert first_bad_position(ROWS[:end]) is None


@pytest.mark.parametrize("field", Row._fields[1:])
def test_any_field_that_was_changed_is_found_where_it_is(field: str) -> None:
    for place, row in enumerate(ROWS):
        other = 7 if isinstance(getattr(row, field), int) else "x"
        rows = [*ROWS[:place], row._replace(**{field: other}), *ROWS[place + 1 :]]
        assert first_bad_position(rows) == place + 1


def test_a_row_that_is_missing_is_named() -> None:
    for place in range(len(ROWS) - 1):
        assert first_bad_position([*ROWS[:place], *ROWS[place + 1 :]]) == place + 1


def test_rows_that_changed_places_are_found() -> None:
    one, two = ROWS[1], ROWS[2]
    swapped = [ROWS[0], two._replace(position=2), one._replace(position=3), *ROWS[3:]]
    assert first_bad_position(swapped) == 2


def test_a_field_cannot_lend_its_characters_to_the_next() -> None:
    one = ROWS[0]
    lent = one._replace(by=f"{one.by}\n{one.at}", at="")
    assert first_bad_position([lent._replace(digest=digest(FIRST_DIGEST, lent))]) == 1
    with pytest.raises(ValueError, match="line feed"):
        chained(FIRST_DIGEST, 0, [told("0", "an act\nof two lines")])


def test_no_row_of_one_form_has_the_digest_of_the_other() -> None:
    one = ROWS[0]
    body = "\n".join((one.by, one.at, one.kind, str(one.version), one.seal))
    posing = Row(1, "", 0, "", "", one.act, one.nth, body, "", "", one.digest)
    assert first_bad_position([posing]) == 1


def test_rows_of_a_former_form_are_sound_and_those_of_today_chain_behind_them() -> None:
    old = former_rows(3)
    new = chained(old[-1].digest, 3, [told("next", "act")])
    assert first_bad_position([*old, *new]) is None
    assert first_bad_position([*old[:1], old[1]._replace(body="x"), old[2], *new]) == 2
    assert list(flaws(new, 3, old[-1].digest)) == []


def test_no_row_of_the_former_form_comes_behind_one_of_today() -> None:
    late = Row(6, "", 0, "", "", "told", 1, "late", "", "", "")
    late = late._replace(digest=digest(ROWS[-1].digest, late))
    assert first_bad_position([*ROWS, late]) == 6


def blacked_out(rows: list[Row], place: int, left: str = "█") -> list[Row]:
    """Return the rows with the body at a place blacked out, and the row that says so."""
    gone = rows[place]._replace(body=left, salt="")
    said = {"position": gone.position, "left": left_of(gone.kind, gone.version, left)}
    event = Unsealed(BLACKED_OUT, 1, json.dumps(said), "another act")
    rows = [*rows[:place], gone, *rows[place + 1 :]]
    return [*rows, *chained(rows[-1].digest, len(rows), [event])]


@pytest.mark.parametrize("place", range(5))
def test_a_body_that_was_blacked_out_breaks_nothing(place: int) -> None:
    rows = blacked_out(ROWS, place)
    assert first_bad_position(rows) is None
    assert rows[4].digest == ROWS[4].digest


def test_a_row_without_its_salt_is_altered_unless_a_later_one_names_it() -> None:
    rows = blacked_out(ROWS, 2)
    assert first_bad_position(rows[:-1]) == 3
    another = [*rows[:3], rows[3]._replace(salt=""), *rows[4:]]
    assert list(flaws(another)) == [Flaw(4, 4)]
    assert first_bad_position([*rows[:2], rows[2]._replace(body="x"), *rows[3:]]) == 3
    assert first_bad_position([*ROWS, *rows[5:]]) == 3  # the text is back


def test_a_body_cannot_be_blacked_out_twice() -> None:
    rows = blacked_out(ROWS, 2)
    again = blacked_out(rows, 2, "something else")
    assert first_bad_position(again) == 3


def test_a_row_of_the_former_form_can_be_blacked_out_too() -> None:
    rows = blacked_out(former_rows(4), 1)
    assert first_bad_position(rows) is None
    assert first_bad_position([rows[0], rows[1]._replace(kind="x"), *rows[2:]]) == 2
    assert first_bad_position([rows[0], rows[1]._replace(body="x"), *rows[2:]]) == 2


def test_a_text_cannot_be_guessed_from_its_seal_once_its_salt_is_gone() -> None:
    """The same text has another seal in every record, and none without a salt."""
    one, two = (chained(FIRST_DIGEST, 0, [told("Brazil", "act")])[0] for _ in range(2))
    assert one.seal != two.seal
    assert len(one.salt) == 32
    assert one.seal == sealed(one.salt, "Brazil")
    assert sealed("", "Brazil") not in (one.seal, two.seal)


def many_rows(number: int) -> Iterator[Row]:
    former = FIRST_DIGEST
    for position in range(1, number + 1):
        [row] = chained(former, position - 1, [told("x" * 2_000, f"act {position}")])
        former = row.digest
        yield row


def peak(number: int) -> int:
    """Return the bytes that checking so many rows takes at most."""
    tracemalloc.start()
    assert first_bad_position(many_rows(number)) is None
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_checking_keeps_nothing_of_the_rows_it_has_seen() -> None:
    # In a process of its own: what other tests left there is let go at any time. The first round
    # is not counted, since Python keeps some tuples that it has let go.
    code = "from tests.store.test_chain import peak; peak(3_000); print(peak(6_000), peak(600))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    many, few = map(int, found.stdout.split())
    assert many < few * 1.5 + 20_000
