"""The description of the interface, held against what is answered in every phase of a meeting."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.hall.hall_at_work import Hall
from tipfloor.hall.openapi import document
from tipfloor.store import Person

READ = [path for path, way in document()["paths"].items() if "get" in way]


def fits(path: str, status: int, headers: dict[str, str], body: bytes) -> Any:
    """Hold an answer against its description, and return what it is."""
    described = document()
    (way,) = described["paths"][path].values()
    kind = headers["content-type"].split(";")[0]
    schema = way["responses"][str(status)]["content"][kind]["schema"]
    found = json.loads(body)
    whole = {**schema, "components": described["components"]}
    Draft202012Validator(whole).validate(found)
    return found


def walk(hall: Hall) -> list[Callable[[], object]]:
    """Return what is done one after the other, so that every field has every kind of value."""
    return [
        lambda: hall.tell("give_floor"),
        lambda: hall.tell("point_of_order", delegation="MEX"),
        lambda: hall.tell("rule_on_point", ruling="noted"),
        lambda: hall.tell("resume"),
        lambda: hall.desk.clock.advance(130_000),
        lambda: hall.tell("end_remark"),
        lambda: hall.tell("call"),
        lambda: hall.tell("suspend"),
        lambda: hall.tell("resume_meeting"),
        lambda: hall.tell("begin_interlude", what="film"),
        lambda: hall.tell("end_interlude"),
        lambda: hall.tell("end_session", waiting="carry_over"),
        lambda: hall.tell("add_address", office="Guest", planned_seconds=600),
        lambda: hall.tell("begin_address"),
    ]


def test_every_answer_is_as_described(hall: Hall) -> None:
    phases = set()
    for step in walk(hall):
        step()
        for path in READ:
            if path == "/api/events":
                continue
            found = fits(path, *hall.ask(path))
            phases |= {found["phase"]} if path == "/api/state" else set()
    with hall.listening() as line:
        state = line.next()
    whole = {"$ref": "#/components/schemas/State", "components": document()["components"]}
    Draft202012Validator(whole).validate(state)
    assert {"speaking", "paused", "over_time", "suspended", "interlude", "called"} <= phases


@pytest.mark.parametrize("path", READ)
def test_each_way_is_there(hall: Hall, path: str) -> None:
    assert hall.ask(path, "HEAD")[0] == 200


def test_the_description_is_served(hall: Hall) -> None:
    assert hall.json("/api/openapi.json") == json.loads(json.dumps(document()))


def test_the_record_is_the_json_export(hall: Hall) -> None:
    hall.tell("give_floor")
    hall.desk.clock.advance(20_000)
    hall.tell("end_remark")
    record = hall.json("/api/record")
    assert [row["delegation_code"] for row in record["remarks"]] == ["BRA"]


def test_codes_of_the_state_are_those_of_the_export(hall: Hall) -> None:
    hall.tell("give_floor")
    state, record = hall.json("/api/state"), hall.json("/api/record")
    (row,) = record["remarks"]
    assert state["floor"]["speaker"]["code"] == row["delegation_code"]
    assert state["floor"]["limit_ms"] == row["allotted_seconds"] * 1000


def test_the_publication_grows_with_the_record(hall: Hall) -> None:
    before = hall.json("/api/minutes")
    hall.tell("give_floor")
    hall.desk.clock.advance(20_000)
    hall.tell("end_remark")
    after = hall.json("/api/minutes?lang=es")
    assert after["position"] > before["position"]
    text = " ".join(block["text"] for block in after["blocks"])
    assert "Brazil" in text
    assert "Chile" not in text, "a publication says nothing of who waits"
    assert after["figures"] == [
        {"code": "BRA", "name": "Brazil", "remarks": 1, "speaking_seconds": 20.0}
    ]


def test_names_are_shown_as_far_as_was_agreed_and_never_else(hall: Hall) -> None:
    people = {
        "full_name": "Amalia Withers-Onslow",
        "office": "Bartolo Quillfeather",
        "delegation_only": "Crispin Underlake",
    }
    ids = {level: f"p{number:012x}" for number, level in enumerate(people)}
    for level, name in people.items():
        hall.desk.proceedings.keep_person(
            Person(
                ids[level], "BRA", name, f"Office of {level}", level, "2024-02-05T16:00:00+00:00"
            )
        )
    hall.tell("give_floor")
    everything = b""
    for person in ids.values():
        hall.tell("name_speaker", person=person)
        everything += b"".join(
            hall.ask(path)[2] for path in [*READ, "/hall"] if "events" not in path
        )
        with hall.listening() as line:
            everything += json.dumps(line.next(), ensure_ascii=False).encode()
    assert people["full_name"].encode() in everything
    assert b"Office of office" in everything
    for hidden in ("Quillfeather", "Underlake", "Bartolo", "Crispin", "Office of delegation_only"):
        assert hidden.encode() not in everything


def test_notes_and_reasons_are_told_nowhere(hall: Hall) -> None:
    hall.tell("take_note", text="Zanzibarite note")
    hall.tell("give_floor")
    hall.tell("pause", reason="Zanzibarite reason")
    hall.tell("refuse", delegation="CHL", requested="slides", reason="Zanzibarite")
    for path in READ:
        if "events" not in path:
            assert b"Zanzibarite" not in hall.ask(path)[2], path
