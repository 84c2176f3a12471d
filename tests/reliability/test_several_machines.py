"""Machines at one database that is restarted and stands still, in little."""

import pytest

from tests.helpers import depth, postgres_server
from tests.reliability.several_machines import FAULTS, SAME, played


@pytest.mark.deep
@pytest.mark.skipif(not postgres_server.is_there(), reason=postgres_server.MISSING)
def test_floors_times_and_clocks_agree_whatever_becomes_of_the_database() -> None:
    found = played(90 if depth.deep else 15)
    assert {name: found[name] for name in FAULTS if found[name]} == {}, found
    assert found["clocks differ by ms"] <= SAME
    assert found["acts"] > 10
    assert 0 < found["away"] < found["samples"]
