"""What every store of the record must do, whichever back end keeps it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.backends import BACK_ENDS, FIRST, BackEnd
from tests.store.conftest import APPENDER
from tipfloor.store import Moved, NotSaved, Store, Unsealed
from tipfloor.store.chain import digest, first_bad_position
from tipfloor.store.protocol import FIRST_DIGEST

pytestmark = pytest.mark.parametrize("back_end", [*sorted(BACK_ENDS), APPENDER], indirect=True)

ROOT = Path(__file__).parents[2]
Opened = Callable[[], Store]


def event(body: str) -> Unsealed:
    return Unsealed("told", 1, body)


def test_a_new_record_holds_its_first_event(opened: Opened) -> None:
    [row] = opened().read()
    assert (row.position, row.kind, row.version, row.body) == (1, *FIRST[:3])
    assert row.digest == digest(FIRST_DIGEST, row)


def test_appended_rows_are_read_in_order_with_dense_positions(opened: Opened) -> None:
    store = opened()
    rows = [*store.append(1, [event("a"), event("b")]), *store.append(3, [event("c")])]
    assert [row.position for row in rows] == [2, 3, 4]
    assert store.read(after=1) == rows
    assert store.read(after=3) == rows[2:]
    assert store.read(after=4) == []


def test_text_comes_back_as_it_was(opened: Opened) -> None:
    store = opened()
    body = "Perú São 🕊 \u202e\n' \" ; -- %s ? :a"
    store.append(1, [event(body)])
    assert opened().read(1)[0].body == body


def test_a_character_zero_comes_back_or_is_refused(opened: Opened) -> None:
    """SQLite takes the character 0, PostgreSQL has no text with it; JSON never has it."""
    store = opened()
    body = "Perú \0 Chile"
    refused = ""
    try:
        store.append(1, [event(body)])
    except NotSaved as fault:
        refused = fault.code
    assert refused in ("", "unfit_text")
    assert [row.body for row in opened().read(1)] == ([] if refused else [body])
    store.append(1 if refused else 2, [event("Chile")])


def test_a_row_is_there_for_others_when_append_returns(opened: Opened) -> None:
    one, two = opened(), opened()
    rows = one.append(1, [event("a")])
    assert two.read(1) == rows


def test_who_comes_second_is_told_that_the_record_moved(opened: Opened) -> None:
    one, two = opened(), opened()
    one.append(1, [event("a")])
    with pytest.raises(Moved):
        two.append(1, [event("b")])
    assert [row.body for row in two.read(1)] == ["a"]
    two.append(2, [event("b")])
    assert [row.body for row in one.read(1)] == ["a", "b"]


@pytest.mark.parametrize("after", [0, 2, 10, -1])
def test_nothing_is_appended_elsewhere_than_at_the_end(opened: Opened, after: int) -> None:
    store = opened()
    with pytest.raises(Moved):
        store.append(after, [event("a")])
    assert len(store.read()) == 1


def test_all_events_of_an_append_or_none(opened: Opened) -> None:
    store = opened()
    unfit: object = Unsealed("told", 1, None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"."):
        store.append(1, [event("a"), unfit])  # type: ignore[list-item]
    assert len(opened().read()) == 1
    store.append(1, [event("b")])
    assert [row.body for row in opened().read(1)] == ["b"]


def test_another_connections_commit_shows_as_a_change_once(opened: Opened) -> None:
    one, two = opened(), opened()
    assert not two.changed()
    one.append(1, [event("a")])
    assert two.changed()
    assert not two.changed()


def test_a_refused_append_shows_as_no_change(opened: Opened) -> None:
    one, two = opened(), opened()
    with pytest.raises(Moved):
        one.append(7, [event("a")])
    assert not two.changed()


def test_the_rows_are_chained(opened: Opened) -> None:
    store = opened()
    store.append(1, [event("a"), event("b")])
    rows = store.read()
    assert first_bad_position(rows) is None
    assert len({row.digest for row in rows}) == 3
    assert rows[2].digest == digest(rows[1].digest, rows[2])


def test_a_store_says_where_it_is(opened: Opened) -> None:
    assert "record" in opened().where


def test_two_processes_lose_nothing(back_end: BackEnd, opened: Opened) -> None:
    command = [sys.executable, "-m", "tests.store.appending", type(back_end).__name__]
    writers = [
        subprocess.Popen([*command, back_end.address, name, "200"], cwd=ROOT) for name in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    rows = opened().read()
    assert [row.position for row in rows] == list(range(1, 402))
    for name in "ab":
        told = [row.body for row in rows if row.body.startswith(name)]
        assert told == [f"{name} {number}" for number in range(200)]
    assert first_bad_position(rows) is None


def test_folding_the_log_changes_nothing_that_is_read(opened: Opened) -> None:
    one, two = opened(), opened()
    rows = one.append(1, [event("a"), event("b")])
    one.fold_log()
    assert two.read(1) == one.read(1) == rows
    two.append(3, [event("c")])
    two.fold_log()
    assert [row.body for row in one.read(1)] == ["a", "b", "c"]
