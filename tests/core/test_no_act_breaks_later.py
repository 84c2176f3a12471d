"""No act that is accepted makes a later fold, reckoning or file fail, whatever its values."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.course.leftovers import counted
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded, decode, encode, stored_version
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.ground.value import Unfit
from tipfloor.core.reckoning.statistics import by_day, by_delegation
from tipfloor.core.reckoning.timetable import timetable
from tipfloor.core.rooms import ACTS
from tipfloor.export import Scope, export
from tipfloor.forms import FORMS
from tipfloor.words.narration import Narrator

HOSTILE = [
    "x",
    "now",
    "\x00\x1b[2J\n",
    "\ufffe\uffff\u202e",
    "\U0001f5f3",
    "=cmd()",
    "[bold]{x}%s",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59-14:00",
    "ü" * 499,
]
KNOWN: dict[str, list[Any]] = {
    "session": ["technology", "climate", "new"],
    "election": ["chair", "chair", "next", "new"],
    "document": ["plan", "new"],
    "moment": ["plenary", "opening"],
    "address": ["host", "secretary", "report"],
    "given_at": ["11:00", "11:00:05", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"],
    "ended_at": ["11:00:20", "11:01", "2024-02-05T11:00:30", "1900-01-01T00:00:00"],
    "numbers": ["1", "1-2", "2"],
    "ballots": ["BRA=2", "CHL:1", "BRA=9999"],
    "number": [1, 1, 2, 3, 0, -1, 2**63],
    "position": [1, 2, 2**63],
    "delegations": ["BRA", "CHL"],
}
NUMBERS = [0, 1, 1, 2, 2, 3, 59, 1000, 3600, -1, 2**31, 2**63, 10**400]
INSTANTS = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-05T16:00:00Z"]
OFTEN = ["give_floor", "inscribe", "end_remark", "resume", "resume_meeting", "open_session"]
"""Told more often than the others, so that something goes on."""


class Walk:
    """A walk of acts of every kind, with values drawn by the schema of each."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._kinds = [*sorted(set(ACTS) - {"adopt_plan", "close_meeting"}), *OFTEN * 3]

    def milliseconds(self) -> int:
        return self._random.choice([0, 500, 20_000, 20_000, 130_000])

    def act(self) -> str:
        kind = self._random.choice(self._kinds)
        schema = ACTS[kind].model_json_schema()
        wanted = set(schema.get("required", []))
        fields = {
            name: self._value(name, of)
            for name, of in schema["properties"].items()
            if name != "kind"
            and (name in wanted or name == "reason" or self._random.random() < 0.3)
        }
        return json.dumps({"kind": kind, **fields})

    def _value(self, name: str, schema: dict[str, Any]) -> Any:
        pick = self._random.choice
        if "anyOf" in schema:
            return self._value(name, schema["anyOf"][0])
        if "enum" in schema:
            return pick(schema["enum"])
        if schema.get("type") == "boolean":
            return pick([True, False])
        if schema.get("type") == "array":
            return [self._value(name, schema["items"]) for _ in range(self._random.randint(1, 2))]
        if "$ref" in schema:
            return {"utc": pick(INSTANTS), "ticks": pick([-(2**70), 0, 2**70]), "boot": "b"}
        if name in KNOWN and self._random.random() < 0.9:
            return pick(KNOWN[name])
        if schema.get("type") == "integer":
            return pick(NUMBERS)
        if schema.get("type") == "number":
            return pick([0.001, 1e308, 59.9, 3600.0])
        if schema.get("format") == "date":
            return pick(["1948-01-01", "2200-12-31", "2024-02-05", "0001-01-01"])
        if "{2,3}" in schema.get("pattern", ""):
            return pick(["BRA", "CHL", "CHL", "MEX", "br"])
        return pick(HOSTILE)


@pytest.mark.parametrize("seed", range(5))
def test_every_fold_and_reckoning_goes_on(tmp_path: Path, seed: int) -> None:
    walk = Walk(seed)
    desk = Desk.in_session(tmp_path, "BRA", "CHL", check_in_required=False, extension_seconds=30)
    desk.tell("add_recommendation", text="A")
    desk.tell("nominate", election="chair", delegation="BRA", nominated_by="CHL", reason="now")
    for _ in range(600):
        desk.clock.advance(walk.milliseconds())
        told = walk.act()
        with suppress(Refused, Unfit):
            act = ACTS[json.loads(told)["kind"]].model_validate_json(told)
            desk.proceedings.tell(act)
    held_against_itself(desk)
    desk.close()


def held_against_itself(desk: Desk) -> None:
    """Fold the record anew, and reckon and write all that can be."""
    proceedings, (meeting, now) = desk.proceedings, desk.proceedings.current()
    stored = [
        Recorded(position, decode(event.kind, stored_version(type(event)), encode(event)), told)
        for position, event, told in proceedings.history
    ]
    assert len(stored) > 100
    assert fold(stored) == proceedings.meeting
    assert len(list(Narrator(proceedings.history, meeting).lines())) == len(stored)
    assert counted(meeting)
    assert timetable(meeting, now)
    assert by_delegation(meeting, now)
    assert by_day(meeting, now)
    for form in (name for name, form in FORMS.items() if not form.binary):
        for internal in (False, True):
            assert export(proceedings, form, Scope(internal))
