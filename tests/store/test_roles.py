"""What the roles of a database may do with a record: all that a store offers, or to be refused."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.helpers.backends import Postgres
from tests.helpers.postgres_server import Server
from tests.store.conftest import APPENDER, READER
from tipfloor.records import machine_of
from tipfloor.store import Made, NotSaved, Person, Shown, Unsealed
from tipfloor.store.address import Database, read_address
from tipfloor.store.chain import BLACKED_OUT, left_of
from tipfloor.store.postgres.beginning import begin
from tipfloor.store.postgres.store import PostgresStore

PERSON = Person("p1", "BRA", "Osric Vandermolen", "Judge", "office")
MADE, SHOWN = Made("2024-02-05T16:00:00+00:00", "/a", 2, "public"), Shown("now", "/a", "p1")


def blacken(store: PostgresStore) -> None:
    left = left_of("told", 1, "{}")
    store.black_out(2, {2: "{}"}, [Unsealed(BLACKED_OUT, 1, f'{{"position": 2, "left": {left}}}')])


APPENDING: dict[str, Callable[[PostgresStore], object]] = {
    "append": lambda store: store.append(2, [Unsealed("told", 1, "{}")]),
    "keep a person": lambda store: store.keep_person(PERSON),
    "note a file": lambda store: store.note_made(MADE),
    "note whom a file shows": lambda store: store.note_shown(SHOWN),
}
ERASING: dict[str, Callable[[PostgresStore], object]] = {
    "forget a person": lambda store: store.forget_person("p1"),
    "black a text out": blacken,
}


@pytest.fixture
def record(server: Server, meetings: str) -> str:
    """A record that a desk began and told something to, by its name."""
    name = f"record-{uuid.uuid4().hex}"
    with closing(Postgres(server.url(meetings, name, APPENDER)).open()) as store:
        store.append(1, [Unsealed("told", 1, "{}")])
        store.keep_person(PERSON)
    return name


@pytest.fixture
def opened(server: Server, meetings: str, record: str) -> Iterator[Callable[..., PostgresStore]]:
    """Open the record as a role, with or without meaning to write."""
    stores: list[PostgresStore] = []

    def opened(role: str, *, read_only: bool = False) -> PostgresStore:
        address = read_address(server.url(meetings, record, role))
        assert isinstance(address, Database)
        stores.append(PostgresStore(address, machine_of(), read_only=read_only))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("what", [*APPENDING, *ERASING])
def test_a_reader_is_refused_whatever_it_means_to_do(
    opened: Callable[..., PostgresStore], read_only: bool, what: str
) -> None:
    store = opened(READER, read_only=read_only)
    before = opened(APPENDER).read()
    with pytest.raises(NotSaved) as refused:
        (APPENDING | ERASING)[what](store)
    assert refused.value.code in ("no_right", "only_read_there")
    assert store.read() == opened(APPENDER).read() == before
    assert store.people() == [PERSON]


@pytest.mark.parametrize("what", APPENDING)
def test_a_desk_may_all_but_erase(opened: Callable[..., PostgresStore], what: str) -> None:
    APPENDING[what](opened(APPENDER))


@pytest.mark.parametrize("what", ERASING)
def test_a_desk_erases_nothing(opened: Callable[..., PostgresStore], what: str) -> None:
    store = opened(APPENDER)
    with pytest.raises(NotSaved) as refused:
        ERASING[what](store)
    assert refused.value.code == "no_right"
    assert len(opened(READER).read()) == 2
    assert opened(READER).people() == [PERSON]


def test_a_reader_begins_no_record(server: Server, meetings: str) -> None:
    address = read_address(server.url(meetings, "of-a-reader", READER))
    assert isinstance(address, Database)
    with pytest.raises(NotSaved) as refused:
        begin(address, lambda line: [Unsealed("first", 1, "{}")], machine_of())
    assert refused.value.code == "no_right"
