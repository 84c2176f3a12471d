from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.desk import Desk


@pytest.fixture
def convene(tmp_path: Path) -> Callable[..., Desk]:
    """Convene a small meeting at its first moment."""

    def convene(**rules: object) -> Desk:
        return Desk.convene(tmp_path, **rules)

    return convene


@pytest.fixture
def session(tmp_path: Path) -> Callable[..., Desk]:
    """Convene a small meeting and open a plenary session with these delegations waiting."""

    def session(*waiting: str, **rules: object) -> Desk:
        return Desk.in_session(tmp_path, *waiting, **rules)

    return session
