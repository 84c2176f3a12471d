"""Records whose chain is sound and whose rows say what no desk ever said."""

import json
from contextlib import closing

import pytest

from tests.helpers.commands import READINGS
from tipfloor.store import Unsealed
from tipfloor.store.sqlite import SqliteStore


def undoing(at: object, *positions: int) -> Unsealed:
    body = {"kind": "act_undone", "at": at, "joined": False, "undone": positions, "reason": None}
    return Unsealed("act_undone", 1, json.dumps(body))


def itself(at: object, place: int) -> list[Unsealed]:
    return [undoing(at, place)]


def one_another(at: object, place: int) -> list[Unsealed]:
    return [undoing(at, place + number - 1) for number in range(3_000)]


def nothing_there(at: object, place: int) -> list[Unsealed]:
    return [undoing(at, 0, -1, 10**12, place + 50)]


def the_first_row(at: object, place: int) -> list[Unsealed]:
    return [undoing(at, 1)]


@pytest.mark.parametrize("rows", [itself, one_another, nothing_there, the_first_row])
def test_rows_that_undo_what_cannot_be_undone(run, home, rows):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    with closing(SqliteStore(home / "r.sqlite")) as store:
        held = store.read()
        at = json.loads(held[-1].body)["at"]
        store.append(len(held), rows(at, len(held) + 1))
    for words in READINGS:
        said = run(*words, "--record", "r.sqlite")
        assert said.status in (0, 3), said
        assert "unexpected" not in said.err
        assert "fault-" not in said.err
