"""A hall for the tests of the hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.hall.hall_at_work import ACCESS, Hall, hall_of
from tests.helpers.desk import Desk
from tipfloor.commands.serving import Telling


@pytest.fixture
def hall(session: Callable[..., Desk]) -> Iterator[Hall]:
    """A hall before which Brazil, Chile and Uruguay wait to speak."""
    with hall_of(session("BRA", "CHL", "URY")) as hall:
        yield hall


@pytest.fixture
def acting(session: Callable[..., Desk]) -> Iterator[Hall]:
    """A hall that takes acts; the record's clock is then the machine's."""
    desk = session("BRA", "CHL", "URY")
    with hall_of(desk, ACCESS, Telling(desk.record)) as hall:
        yield hall


@pytest.fixture
def serve(session: Callable[..., Desk], closing: ExitStack) -> Callable[..., Hall]:
    """Serve a session with an access, a teller or a language of its own."""

    def serve(*waiting: str, **how: Any) -> Hall:
        return closing.enter_context(hall_of(session(*waiting), **how))

    return serve
