"""The data package: valid by its own validator, typed for whoever reads it, true to the lists."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from msgspec import Struct

from tests.helpers.play import PLAN, Play
from tipfloor.export import Scope, export, take, written
from tipfloor.export.data import LISTS
from tipfloor.export.package.flattening import Column, tables_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.proceedings import Proceedings

ROOT = Path(__file__).parents[3]
HOSTILE = {"code": "HST", "code2": "HS", "name": {"en": '=1+1,"\n;\x01 \u202e'}}


class Inner(Struct, frozen=True):
    """What is nested."""

    value: int
    votes: dict[str, int]


class Outer(Struct, frozen=True):
    """A row in which others are nested."""

    name: str
    way: Literal["a", "b"] | None
    codes: tuple[str, ...]
    one: Inner | None
    several: tuple[Inner, ...]


def test_what_is_nested_becomes_columns_or_a_table() -> None:
    rows = [
        Outer("x", "a", ("p", "q"), Inner(1, {"BRA": 3}), (Inner(2, {}), Inner(3, {"CHL": 4}))),
        Outer("y", None, (), None, (Inner(5, {"JAM": 6}),)),
    ]
    outer, one_votes, several, votes = tables_of("outer", Outer, rows)
    assert outer.columns == [
        Column("row", int),
        Column("name", str),
        Column("way", str, ("a", "b")),
        Column("codes", str),
        Column("one_value", int),
    ]
    assert outer.rows == [[1, "x", "a", ("p", "q"), 1], [2, "y", None, (), None]]
    assert (one_votes.name, one_votes.rows) == ("outer_one_votes", [[1, 1, "BRA", 3]])
    assert (several.parent, several.rows) == ("outer", [[1, 1, 2], [2, 1, 3], [3, 2, 5]])
    assert (votes.name, votes.rows) == (
        "outer_several_votes",
        [[1, 2, "CHL", 4], [2, 3, "JAM", 6]],
    )


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.extractall(folder)
    return folder


def faults(data: bytes, folder: Path) -> list[Any]:
    frictionless = pytest.importorskip("frictionless", reason="pip install frictionless")
    where = unpacked(data, folder) / "datapackage.json"
    report = frictionless.validate(str(where))
    return list(report.flatten(["type", "message"]))


@pytest.fixture(scope="module", params=[False, True], ids=["public", "internal"])
def rehearsed(request: Any, whole_meeting: Proceedings) -> Snapshot:
    return take(whole_meeting, Scope(internal=request.param))


def test_a_whole_meeting_is_valid(rehearsed: Snapshot, tmp_path: Path) -> None:
    data = written(rehearsed, "package")
    assert faults(data, tmp_path) == []
    told = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    names = {item["name"] for item in told["resources"]}
    assert LISTS.keys() <= names
    remarks = next(item for item in told["resources"] if item["name"] == "remarks")
    references = {key["reference"]["resource"] for key in remarks["schema"]["foreignKeys"]}
    assert {"delegations", "moments", "moments_sessions"} <= references


def test_other_programs_read_it_typed(rehearsed: Snapshot, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install duckdb")
    pandas = pytest.importorskip("pandas", reason="pip install pandas")
    path = unpacked(written(rehearsed, "package"), tmp_path) / "data" / "remarks.csv"
    rows = json.loads(written(rehearsed, "json"))["remarks"]
    spoken = round(sum(row["speaking_seconds"] for row in rows), 3)
    asked = f"select sum(speaking_seconds), min(floor_given_at), min(day) from '{path}'"
    [(seconds, first, day)] = duckdb.sql(asked).fetchall()
    assert round(seconds, 3) == spoken
    assert (first.tzinfo is not None, day.isoformat()) == (True, rows[0]["day"])
    frame = pandas.read_csv(path, parse_dates=["floor_given_at"])
    assert str(frame["floor_given_at"].dt.tz) == "UTC"
    assert round(float(frame["speaking_seconds"].sum()), 3) == spoken


def test_a_meeting_under_way_and_names_of_any_make_are_valid(
    in_session: Callable[..., Play], tmp_path: Path
) -> None:
    play = in_session({"delegations": [*PLAN["delegations"], HOSTILE]})
    assert faults(export(play.proceedings, "package"), tmp_path / "empty") == []
    play.act("inscribe", delegation="HST", on_behalf_of=["BRA"])
    play.act("give_floor")
    play.wait(130)
    assert faults(export(play.proceedings, "package"), tmp_path / "one") == []


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_columns_and_codes_are_the_same_in_every_language(
    played: Play, tmp_path: Path, language: str
) -> None:
    here = unpacked(export(played.proceedings, "package"), tmp_path / "en")
    there = unpacked(
        export(played.proceedings, "package", Scope(language=language)), tmp_path / "x"
    )
    for path in here.glob("data/*.csv"):
        other = (there / "data" / path.name).read_text("utf-8")
        assert other.splitlines()[0] == path.read_text("utf-8").splitlines()[0]
