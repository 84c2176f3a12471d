"""What is erased from a database is in none of the files of its tables, whatever came between."""

from __future__ import annotations

import json
import uuid
from contextlib import closing

import psycopg
import pytest

from tests.helpers.backends import Postgres, new_database
from tests.helpers.postgres_server import Server
from tests.store.test_people import NAME, ONE, TWO
from tipfloor.store import NotErased, Unsealed
from tipfloor.store.chain import BLACKED_OUT, left_of
from tipfloor.store.postgres.store import ERASED

TEXT = json.dumps({"text": "what nobody should have typed"})
LEFT = json.dumps({"text": "…"})


@pytest.fixture
def database(server: Server) -> str:
    """A database of its own, so that its files hold nothing of other tests."""
    name = f"erasing_{uuid.uuid4().hex[:8]}"
    new_database(server, name)
    return name


def holding(server: Server, database: str, text: str) -> list[str]:
    """Return the tables with a text in the files that they are in now."""
    with psycopg.connect(server.url(database), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        query = "SELECT relname, pg_relation_filepath(oid) FROM pg_class WHERE relnamespace ="
        found = connection.execute(query + " 'tipfloor'::regnamespace AND relkind IN ('r', 't')")
        files = {name: server.folder / "data" / path for name, path in found}
    return [name for name, path in files.items() if text.encode() in path.read_bytes()]


def test_a_text_erased_after_a_name_that_others_held_leaves_nothing_of_the_name(
    server: Server, database: str
) -> None:
    place = Postgres(server.url(database, "m"))
    with closing(place.open()) as store:
        store.append(1, [Unsealed("told", 1, TEXT)])
        for person in (ONE, TWO):
            store.keep_person(person)
        assert holding(server, database, NAME) == ["people"]
        with psycopg.connect(server.url(database)) as other:
            other.execute("SELECT FROM tipfloor.people")
            with pytest.raises(NotErased):
                store.forget_person(ONE.id)
        assert store.people() == [TWO]
        assert holding(server, database, NAME) == ["people"]
        body = json.dumps({"position": 2, "left": left_of("told", 1, LEFT)})
        store.black_out(2, {2: LEFT}, [Unsealed(BLACKED_OUT, 1, body)])
    assert holding(server, database, NAME) == []
    assert holding(server, database, "nobody should have typed") == []
    with closing(place.open()) as store:
        assert store.people() == [TWO]


def test_every_table_with_texts_that_people_typed_is_written_anew(
    server: Server, database: str
) -> None:
    """Names and paths stand in those that are erased; the others have none of either."""
    with closing(Postgres(server.url(database, "m")).open()):
        query = """SELECT DISTINCT table_name FROM information_schema.columns
        WHERE table_schema = 'tipfloor' AND data_type = 'text' AND column_name <> 'record'"""
        with psycopg.connect(server.url(database)) as connection:
            texts = {name for (name,) in connection.execute(query)}
    assert texts - {"records"} == set(ERASED)
