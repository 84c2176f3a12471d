from tipfloor.store import Row, Unsealed
from tipfloor.store.chain import first_bad_position, seal
from tipfloor.store.protocol import FIRST_DIGEST

ROWS = seal(FIRST_DIGEST, 0, [Unsealed("told", 1, f"{n}") for n in range(5)])


def test_a_sound_chain_and_its_every_beginning() -> None:
    for end in range(len(ROWS) + 1):
        assert first_bad_position(ROWS[:end]) is None


def test_any_field_that_was_changed_is_found_where_it_is() -> None:
    for place, row in enumerate(ROWS):
        for change in ({"kind": "x"}, {"version": 2}, {"body": "x"}, {"digest": "0" * 64}):
            rows = [*ROWS[:place], row._replace(**change), *ROWS[place + 1 :]]
            assert first_bad_position(rows) == place + 1


def test_a_row_that_is_missing_is_named() -> None:
    for place in range(len(ROWS) - 1):
        assert first_bad_position([*ROWS[:place], *ROWS[place + 1 :]]) == place + 1


def test_rows_that_changed_places_are_found() -> None:
    one, two = ROWS[1], ROWS[2]
    swapped = [ROWS[0], two._replace(position=2), one._replace(position=3), *ROWS[3:]]
    assert first_bad_position(swapped) == 2


def test_a_field_cannot_lend_its_characters_to_the_next() -> None:
    one = seal(FIRST_DIGEST, 0, [Unsealed("a", 1, "b")])[0]
    assert first_bad_position([Row(1, "a", 1, "b", one.digest)]) is None
    assert first_bad_position([Row(1, "a\n1", 1, "b", one.digest)]) == 1
