"""No act that is accepted makes a later fold, reckoning or file fail, whatever its values."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.helpers.desk import Desk
from tipfloor.core.course.leftovers import counted, left_open
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded, decode, encode
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.reckoning.statistics import by_day, by_delegation
from tipfloor.core.reckoning.timetable import timetable
from tipfloor.core.rooms import ACTS
from tipfloor.export import FORMS, Scope, export
from tipfloor.words.narration import Narrator

HOSTILE = st.sampled_from(
    [
        "x",
        "BRA",
        "CHL",
        "technology",
        "climate",
        "plan",
        "chair",
        "next",
        "plenary",
        "\x00\x1b[2J\n",
        "\ufffe\uffff\u202e",
        "\U0001f5f3",
        "=cmd()",
        "[bold]{x}%s",
        "11:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00",
        "2024-02-05T11:00:00",
        "ü" * 499,
    ]
)
KNOWN = {
    "session": ["technology", "climate", "new"],
    "election": ["chair", "vice", "next", "new"],
    "document": ["plan", "new"],
    "moment": ["plenary", "opening"],
    "address": ["host", "secretary", "report"],
    "given_at": ["11:00", "11:00:05", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"],
    "ended_at": ["11:00:20", "11:01", "2024-02-05T11:00:30", "1900-01-01T00:00:00"],
    "numbers": ["1", "1-2", "2"],
    "ballots": ["BRA=2", "CHL:1", "BRA=9999"],
}
"""What the fields mean that name something, so that many acts are accepted."""

NUMBERS = st.sampled_from([0, 1, 1, 1, 2, 2, 3, 59, 1000, 3600, -1, 2**31, 2**63, 10**400])
INSTANTS = st.builds(
    lambda utc, ticks: {"utc": utc, "ticks": ticks, "boot": "b"},
    st.sampled_from(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-05T16:00:00Z"]),
    st.sampled_from([-(2**70), 0, 2**70]),
)


def value_of(name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return values for a schema: fitting ones, and what may be taken for such."""
    if "anyOf" in schema:
        return st.one_of(*(value_of(name, option) for option in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "null":
        return st.none()
    if schema.get("type") == "boolean":
        return st.booleans()
    if schema.get("type") == "integer":
        return NUMBERS
    if schema.get("type") == "number":
        return st.sampled_from([0.001, 1e308, 59.9, 3600.0])
    if schema.get("type") == "array":
        return st.lists(value_of(name, schema["items"]), max_size=3)
    if schema.get("format") == "date":
        return st.sampled_from(["1948-01-01", "2200-12-31", "2024-02-05", "0001-01-01"])
    if "pattern" in schema and "{2,3}" in schema["pattern"]:
        return st.sampled_from(["BRA", "CHL", "br", "ZZZ"])
    if name == "real" or "$ref" in schema:
        return INSTANTS
    return st.one_of(st.sampled_from(KNOWN[name]), HOSTILE) if name in KNOWN else HOSTILE


def acts() -> st.SearchStrategy[dict[str, Any]]:
    """Return acts of every kind, with values drawn by the schema of each."""

    def of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
        schema = ACTS[kind].model_json_schema()
        needed = set(schema.get("required", []))
        fields = {n: value_of(n, s) for n, s in schema["properties"].items() if n != "kind"}
        must = {name: found for name, found in fields.items() if name in needed}
        may = {name: found for name, found in fields.items() if name not in needed}
        return st.fixed_dictionaries({"kind": st.just(kind), **must}, optional=may)

    return st.sampled_from(sorted(set(ACTS) - {"adopt_plan"})).flatmap(of)


SOON = st.sampled_from([0, 500, 20_000, 130_000])


@given(st.lists(st.tuples(acts(), SOON), min_size=5, max_size=30))
@settings(max_examples=60)
def test_every_fold_and_reckoning_goes_on(walk: list[tuple[dict[str, Any], int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk.in_session(Path(folder), "BRA", "CHL", check_in_required=False)
        desk.tell("add_recommendation", text="A")
        for fields, milliseconds in walk:
            desk.clock.advance(milliseconds)
            with suppress(Refused, ValidationError):
                act = ACTS[fields["kind"]].model_validate_json(json.dumps(fields), strict=True)
                desk.proceedings.tell(act)
        held_against_itself(desk)
        desk.close()


def held_against_itself(desk: Desk) -> None:
    """Fold the record anew, and reckon and write all that can be."""
    proceedings, (meeting, now) = desk.proceedings, desk.proceedings.current()
    stored = [
        Recorded(position, decode(event.kind, event.version, encode(event)))
        for position, event in proceedings.history
    ]
    assert fold(stored) == proceedings.meeting
    assert len(list(Narrator(proceedings.history, meeting).lines())) == len(stored)
    assert sum(counted(meeting).values()) >= len(left_open(meeting)) >= 0
    by_delegation(meeting, now)
    by_day(meeting, now)
    timetable(meeting, now)
    for form in FORMS:
        for internal in (False, True):
            export(proceedings, form, Scope(internal))
