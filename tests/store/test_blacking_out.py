"""A typed text is blacked out for good: in the row, in the file, and in the log beside it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from tests.helpers.backends import FIRST
from tests.helpers.holding import holders
from tipfloor.store import Made, Moved, NotBlackedOut, NotErased, Store, Unsealed
from tipfloor.store.chain import BLACKED_OUT, first_bad_position, left_of, sealed
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

Opened = Callable[[], Store]

NAME = "Ludovica Quenthwaite-Ramírez"
TEXT = json.dumps({"text": f"{NAME} spoke"}, ensure_ascii=False)
LEFT = json.dumps({"text": "█"}, ensure_ascii=False)
SECOND_SCHEMA = Path(__file__).parent / "records" / "second_schema.tipfloor"


def told(body: str, act: str = "") -> Unsealed:
    return Unsealed("told", 1, body, act)


def naming(position: int, left: str = LEFT, kind: str = "told") -> Unsealed:
    body = json.dumps({"position": position, "left": left_of(kind, 1, left)})
    return Unsealed(BLACKED_OUT, 1, body)


def with_text(store: Store) -> Store:
    store.append(1, [told("{}"), told(TEXT), told("{}")])
    return store


def test_the_text_goes_and_the_chain_is_sound(opened: Opened) -> None:
    store = with_text(opened())
    before = store.read()
    store.black_out(4, {3: LEFT}, [naming(3)])
    after = opened().read()
    assert (after[2].body, after[2].salt) == (LEFT, "")
    assert [row.digest for row in after[:4]] == [row.digest for row in before]
    assert [row.kind for row in after[4:]] == [BLACKED_OUT]
    assert first_bad_position(after) is None


def test_nobody_can_tell_from_what_is_left_what_it_said(opened: Opened) -> None:
    store = with_text(opened())
    store.black_out(4, {3: LEFT}, [naming(3)])
    assert sealed("", TEXT) != store.read()[2].seal
    assert TEXT not in str(store.read())


def test_several_at_once_or_none(opened: Opened) -> None:
    store = with_text(opened())
    store.append(4, [told(TEXT)])
    store.black_out(5, {3: LEFT, 5: LEFT}, [naming(3), naming(5)])
    assert first_bad_position(opened().read()) is None
    before = store.read()
    with pytest.raises(NotBlackedOut):
        store.black_out(7, {2: LEFT, 3: LEFT}, [naming(2), naming(3)])
    assert opened().read() == before


@pytest.mark.parametrize("position", [0, 9, 5])
def test_what_is_not_there_or_names_another_is_not_blacked_out(
    opened: Opened, position: int
) -> None:
    store = with_text(opened())
    store.black_out(4, {3: LEFT}, [naming(3)])
    before = store.read()
    with pytest.raises(NotBlackedOut):
        store.black_out(5, {position: LEFT}, [naming(position)])
    assert store.read() == before


def test_who_comes_second_is_told_that_the_record_moved(opened: Opened) -> None:
    one, two = opened(), opened()
    with_text(one)
    with pytest.raises(Moved):
        two.black_out(3, {3: LEFT}, [naming(3)])
    assert one.read()[2].body == TEXT


def test_files_made_of_a_row_or_later_are_listed(opened: Opened) -> None:
    store = with_text(opened())
    early, late = Made("t", "early.csv", 2, "public"), Made("t", "late.csv", 4, "internal")
    for made in (early, late):
        store.note_made(made)
    assert opened().made_since(3) == [late]
    assert opened().made_since(2) == [early, late]


# What SQLite alone has to keep.


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record"
    assert create(path, [FIRST])
    return path


@pytest.mark.parametrize("size", [1, 60])
def test_no_file_holds_a_byte_of_it_afterwards(path: Path, size: int) -> None:
    with closing(SqliteStore(path)) as store:
        for number in range(size):
            store.append(1 + 2 * number, [told(TEXT * 40, f"a{number}"), told("x" * 3_000)])
        assert holders(path.parent, NAME) != []
        last = 1 + 2 * size
        texts = {2 + 2 * number: LEFT for number in range(size)}
        store.black_out(last, texts, [naming(position) for position in texts])
        assert holders(path.parent, NAME) == []
        assert first_bad_position(store.rows()) is None
    assert holders(path.parent, NAME) == []


def test_twice_as_many_texts_take_twice_as_long(tmp_path: Path) -> None:
    """A public archive blacks hundreds out at once."""

    def steps(number: int) -> int:
        seen = 0

        def count() -> int:
            nonlocal seen
            seen += 1
            return 0

        path = tmp_path / f"{number}"
        assert create(path, [FIRST])
        with closing(SqliteStore(path)) as store:
            store.append(1, [told(TEXT, f"a{place}") for place in range(number)])
            texts = {place + 2: LEFT for place in range(number)}
            store._connection.set_progress_handler(count, 100)
            store.black_out(number + 1, texts, [naming(position) for position in texts])
        return seen

    assert steps(800) < 3 * steps(400)


def test_while_another_reads_it_is_hidden_and_erased_at_the_next_opening(path: Path) -> None:
    with closing(SqliteStore(path)) as store, closing(SqliteStore(path)) as other:
        with_text(store)
        store._connection.execute("PRAGMA busy_timeout = 1")
        other._connection.execute("BEGIN")
        other.read()
        with pytest.raises(NotErased, match="locked"):
            store.black_out(4, {3: LEFT}, [naming(3)])
        assert store.read()[2].body == LEFT
        assert first_bad_position(store.rows()) is None
        other._connection.execute("COMMIT")
    with closing(SqliteStore(path)):
        assert holders(path.parent, NAME) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = 'x' WHERE position = 3",
        "UPDATE events SET salt = '' WHERE position = 3",
        "UPDATE events SET body = 'x', salt = '' WHERE position = 2",
        "UPDATE events SET body = 'x', salt = '' WHERE position = 3",
        "UPDATE events SET kind = 'x', salt = '' WHERE position = 2",
        "UPDATE events SET digest = 'x', salt = '' WHERE position = 2",
        "UPDATE events SET salt = '' WHERE position = 5",
        "UPDATE events SET salt = 'x' WHERE position = 2",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 2",
        """INSERT OR REPLACE INTO events
        SELECT 9, act, nth, by, at, kind, version, 'x', salt, seal, digest
        FROM events WHERE position = 2""",
        "DELETE FROM events WHERE position = 3",
    ],
)
def test_the_triggers_allow_a_blacking_out_and_nothing_else(path: Path, statement: str) -> None:
    with closing(SqliteStore(path)) as store:
        with_text(store)
        store.black_out(4, {3: LEFT}, [naming(3)])
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


def test_an_old_row_is_blacked_out_once_too(tmp_path: Path) -> None:
    path = tmp_path / "old"
    copyfile(SECOND_SCHEMA, path)
    with closing(SqliteStore(path)) as store:
        rows = store.read()
        [note] = [row for row in rows if row.kind == "note_taken"]
        assert "interpreter" in note.body
        left = note.body.replace("interpreter of the second booth", "█")
        store.black_out(len(rows), {note.position: left}, [naming(note.position, left, note.kind)])
        assert first_bad_position(store.rows()) is None
        assert b"second booth" not in path.read_bytes()
        said = naming(note.position, "x", note.kind)
        with pytest.raises(NotBlackedOut):
            store.black_out(len(rows) + 1, {note.position: "x"}, [said])
