"""The meeting files of other bodies on the command line: checked, told, exported."""

import io
import json
import sys

import pytest

from tests.helpers.bodies import COUNCIL, TOWN, body


@pytest.fixture
def of(home):
    """Put a body's meeting file where the commands look for one."""

    def put(path):
        (home / "sessions.toml").write_bytes(path.read_bytes())
        return [item.code for item in body(path).delegations]

    return put


@pytest.fixture
def tell(run, monkeypatch):
    """Tell the meeting acts as lines of JSON; every one must go through."""

    def tell_all(acts):
        lines = "\n".join(json.dumps(act) for act in acts).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
        said = run("tell")
        assert said.status == 0, said
        return said.answers

    return tell_all


@pytest.mark.parametrize(
    ("path", "ok"), [(COUNCIL, "ok"), (TOWN, "correcto")], ids=["council", "town"]
)
def test_the_file_of_another_body_has_no_fault(path, ok, run):
    """It is said in the file's first language."""
    said = run("check", str(path))
    assert (said.status, said.out.splitlines()[0]) == (0, ok)


def test_a_council_is_told_from_start_to_end(of, tell, run):
    codes = of(COUNCIL)
    tell([{"kind": "next_moment"}, {"kind": "next_moment"}, {"kind": "open_session"}])
    answers = tell([{"kind": "inscribe", "delegation": code} for code in codes])
    assert len(answers) == 193
    stands = json.loads(run("status", "--json").out)
    assert len(stands["list"]["waiting"]) == 193
    assert stands["forecast_end"] > stands["list_closes_at"] > stands["at"]
    assert (stands["behind_plan_seconds"], stands["fits"], stands["day_forecast_end"]) == (
        None,
        None,
        None,
    )
    assert "The list closes by itself at" in run("status").out
    tell([{"kind": kind} for kind in ("give_floor", "end_remark") for _ in "x"] * 3)
    tell([{"kind": "next_moment", "waiting": "not_heard"}, *[{"kind": "next_moment"}] * 10])
    assert "Moment 14 of 14: Closing of the session" in run("status").out
    told = json.loads(run("export", "--format", "json").out)
    assert len(told["remarks"]) == 3


def test_a_town_council_is_told_from_start_to_end(of, tell, run):
    codes = of(TOWN)
    tell([{"kind": "next_moment"}, {"kind": "open_session"}])
    tell([{"kind": "inscribe", "delegation": code} for code in codes])
    for _ in codes:
        tell([{"kind": "give_floor"}, {"kind": "end_remark"}])
    tell([{"kind": "next_moment"}])
    out = run("export", "--format", "text").out
    assert "Cooperativa Zanjón" in out
    assert "Momento 3 de 3: Cierre" in run("status").out
