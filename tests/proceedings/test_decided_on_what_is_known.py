"""An act is decided on the meeting that is known, and again where others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tests.helpers.desk_at_database import DeskAtDatabase
from tests.helpers.postgres_server import Server
from tipfloor.core.ground.refusal import Refused
from tipfloor.proceedings import telling
from tipfloor.store.postgres.connecting import Bounded


@pytest.fixture(params=["a file", "a database"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk in a session with Brazil on the list, on each kind of record."""
    kind: type[Desk] = Desk
    if request.param == "a database":
        kind, DeskAtDatabase.server = DeskAtDatabase, request.getfixturevalue("server")
    one = kind.in_session(tmp_path, "BRA")
    yield one
    one.close()


def test_what_only_the_former_meeting_refuses_is_done(desk: Desk) -> None:
    other = desk.another()
    other.tell("withdraw", delegation="BRA")
    [inscribed] = desk.tell("inscribe", delegation="BRA")
    assert inscribed.kind == "inscribed"
    assert desk.waiting == ["BRA"]


def test_what_only_the_newest_meeting_refuses_is_refused(desk: Desk) -> None:
    other = desk.another()
    other.tell("inscribe", delegation="CHL")
    with pytest.raises(Refused, match="already_waiting"):
        desk.tell("inscribe", delegation="CHL")
    assert desk.waiting == other.waiting == ["BRA", "CHL"]


def test_what_would_be_undone_is_the_last_act_of_all(desk: Desk) -> None:
    other = desk.another()
    other.tell("inscribe", delegation="CHL")
    desk.tell("undo")
    assert desk.waiting == ["BRA"]


def test_what_time_brought_about_in_the_newest_meeting_is_recorded(desk: Desk) -> None:
    other = desk.another()
    other.tell("give_floor")
    desk.clock.advance(121_000)
    assert [item.event.kind for item in desk.proceedings.keep_time()] == ["floor_withdrawn"]
    assert not other.proceedings.keep_time()


@pytest.fixture
def far(server: Server, tmp_path: Path) -> Iterator[Desk]:
    """A desk in a session with Brazil on the list, at a record in a database."""
    DeskAtDatabase.server = server
    one = DeskAtDatabase.in_session(tmp_path, "BRA")
    yield one
    one.close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch, far: Desk) -> list[object]:
    """Each time that somebody waited for the database."""
    waited, wait = list[object](), Bounded.wait

    def counted(self: Bounded, gen: Any, *told: Any, **named: Any) -> Any:
        waited.append(self)
        return wait(self, gen, *told, **named)

    monkeypatch.setattr(Bounded, "wait", counted)
    return waited


def test_an_act_asks_a_database_once(far: Desk, waits: list[object]) -> None:
    for kind in ("withdraw", "inscribe") * 5:
        far.tell(kind, delegation="BRA")
    assert len(waits) == 10
    far.refused("withdraw", delegation="CHL")
    assert len(waits) == 11, "a refusal is of the newest meeting"


def test_after_a_while_the_database_is_asked_what_others_wrote(
    far: Desk, waits: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = telling.stopwatch()
    monkeypatch.setattr(telling, "stopwatch", lambda: now + telling.LOOKED_WITHIN + 1)
    for kind in ("withdraw", "inscribe"):
        far.tell(kind, delegation="BRA")
    assert len(waits) == 3
