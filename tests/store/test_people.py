"""Names apart from the log: kept, changed and erased for good, whichever back end keeps them."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from tests.helpers.backends import FIRST
from tests.helpers.holding import holders
from tipfloor.store import NotErased, Person, Shown, Store, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.schema import VERSION
from tipfloor.store.sqlite import SqliteStore

Opened = Callable[[], Store]

NAME = "Ludovica Quenthwaite-Ramírez"
ONE = Person("a1", "BRA", NAME, "Minister of Rivers", "full_name", "2024-02-05T14:00:00Z")
TWO = Person("b2", "CHL", "Osric Vandermolen", "Counsellor", "office")
FIRST_SCHEMA = Path(__file__).parent / "records" / "first_schema.tipfloor"


def test_people_are_kept_apart_from_the_rows(opened: Opened) -> None:
    store = opened()
    store.keep_person(TWO)
    store.keep_person(ONE)
    assert opened().people() == [ONE, TWO]
    assert len(store.read()) == 1


def test_a_person_is_changed_in_place(opened: Opened) -> None:
    store = opened()
    store.keep_person(ONE)
    hidden = ONE._replace(shown="delegation_only", withdrawn_at="2024-02-06T09:00:00Z")
    store.keep_person(hidden)
    assert opened().people() == [hidden]


def test_another_process_notices(opened: Opened) -> None:
    one, two = opened(), opened()
    two.changed()
    one.keep_person(ONE)
    assert two.changed()
    assert two.people() == [ONE]


def test_exports_that_showed_a_person_are_listed(opened: Opened) -> None:
    store = opened()
    shown = Shown("2024-02-05T15:00:00Z", "record.docx", "a1")
    store.note_shown(shown)
    store.note_shown(shown._replace(person="b2"))
    assert opened().shown_in("a1") == [shown]


def test_an_erased_person_is_gone_and_the_chain_is_sound(opened: Opened) -> None:
    store = opened()
    store.keep_person(ONE)
    store.append(1, [Unsealed("told", 1, "{}")])
    store.forget_person("a1")
    assert opened().people() == []
    assert first_bad_position(opened().read()) is None


@pytest.mark.parametrize("size", [1, 40])
def test_the_bytes_of_an_erased_name_are_in_no_file(tmp_path: Path, size: int) -> None:
    """PRACTICE section 6: erased from everywhere, at once; many names move within their pages."""
    path = tmp_path / "record"
    assert create(path, [FIRST])
    with closing(SqliteStore(path)) as store:
        for number in range(size):
            store.keep_person(ONE._replace(id=f"x{number}", name=f"Somebody {number}"))
            store.keep_person(ONE._replace(name=NAME * 30))
            store.keep_person(ONE._replace(name=NAME + "x" * number))
        assert holders(tmp_path, NAME) != []
        store.forget_person(ONE.id)
        assert holders(tmp_path, NAME) == []
        assert len(store.people()) == size
    assert holders(tmp_path, NAME) == []


def test_while_another_reads_nobody_is_half_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "record"
    assert create(path, [FIRST])
    with closing(SqliteStore(path)) as store, closing(SqliteStore(path)) as other:
        store.keep_person(ONE)
        store._connection.execute("PRAGMA busy_timeout = 1")
        other._connection.execute("BEGIN")
        other.people()
        with pytest.raises(NotErased, match="locked"):
            store.forget_person(ONE.id)
        assert store.people() == []
        other._connection.execute("COMMIT")
        store.forget_person(ONE.id)
    assert holders(tmp_path, NAME) == []


def test_a_record_of_the_first_schema_opens_and_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old"
    copyfile(FIRST_SCHEMA, path)
    before = path.read_bytes()
    with closing(SqliteStore(path, read_only=True)) as reader:
        rows = reader.read()
        assert reader.people() == []
    assert path.read_bytes() == before
    with closing(SqliteStore(path)) as store:
        assert store.read() == rows
        store.keep_person(ONE)
        assert store.people() == [ONE]
        version = store._connection.execute("PRAGMA user_version").fetchone()
    assert version == (VERSION,)
    assert first_bad_position(rows) is None
