"""The description of the interface (OpenAPI 3.1), its schemas made from the values themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from tipfloor import __version__
from tipfloor.hall.agenda import Agenda
from tipfloor.hall.board import Beat, Time
from tipfloor.hall.minutes import Minutes
from tipfloor.hall.roll import Roll
from tipfloor.hall.state import State

SCHEMA = "#/components/schemas/{name}"


@cache
def described() -> bytes:
    """Return the document as JSON."""
    return msgspec.json.encode(document())


def document() -> dict[str, Any]:
    """Return the document."""
    _, schemas = msgspec.json.schema_components(
        [State, Time, Beat, Agenda, Minutes, Roll], ref_template=SCHEMA
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "tipfloor", "version": __version__},
        "paths": {
            "/api/time": _get("The meeting's clock", _json("Time")),
            "/api/state": _get("Where the meeting stands", _json("State"), language=True),
            "/api/agenda": _get("Planned, held and forecast", _json("Agenda"), language=True),
            "/api/present": _get("Who is in the room", _json("Roll"), language=True),
            "/api/minutes": _get("The minutes as they grow", _json("Minutes"), language=True),
            "/api/record": _get(
                "The public record, as the JSON export has it",
                _content("application/json", {"type": "object"}),
                language=True,
            ),
            "/api/events": _get(
                "Events `state` (a State, its position as id) and `beat` (a Beat every 2 seconds)",
                _content("text/event-stream", {"type": "string"}),
                language=True,
            ),
            "/healthz": _get(
                "Whether server and record answer", _content("application/json", _health()), 503
            ),
            "/api/acts": {"post": _acts()},
        },
        "components": {
            "schemas": {**schemas, "Problem": _problem(), "Told": _told()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _get(summary: str, content: Any, *others: int, language: bool = False) -> dict[str, Any]:
    """Return a way of reading: what it answers, and with what in other cases."""
    answers = {"200": {"description": summary, "content": content}}
    answers |= {str(status): {"description": summary, "content": content} for status in others}
    answers["401"] = _refused("A token is needed")
    told: dict[str, Any] = {"summary": summary, "responses": answers}
    if language:
        told["parameters"] = [
            {"name": "lang", "in": "query", "required": False, "schema": {"type": "string"}}
        ]
    return {"get": told}


def _acts() -> dict[str, Any]:
    refusals = {
        "400": "No act that can be read",
        "401": "A token for acting is needed",
        "403": "A page of another server asks",
        "409": "Refused, by the rule that is named",
        "413": "Too many acts at once",
        "415": "Not JSON",
        "429": "Too many acts in too short a time",
        "503": "Not saved, or not known to be: tell it again with the same id",
    }
    several = {
        "type": "object",
        "required": ["answers"],
        "properties": {"answers": {"type": "array"}},
    }
    one = {"$ref": SCHEMA.format(name="Told")}
    return {
        "summary": "Tell the meeting one act or several, as `tipfloor tell` does",
        "security": [{"token": []}],
        "parameters": [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": False,
                "schema": {"type": "string"},
            }
        ],
        "requestBody": {"required": True, "content": _content("application/json", {})},
        "responses": {
            "200": {
                "description": "Its events, those of the first time where it was told before",
                "content": _content("application/json", {"anyOf": [one, several]}),
            },
            "207": {
                "description": "An answer to each, not all of them done",
                "content": _content("application/json", several),
            },
            **{status: _refused(why) for status, why in refusals.items()},
        },
    }


def _told() -> dict[str, Any]:
    event = {
        "type": "object",
        "required": ["position", "kind", "at"],
        "properties": {"position": {"type": "integer"}, "kind": {"type": "string"}},
    }
    return {
        "type": "object",
        "required": ["events"],
        "properties": {
            "events": {"type": "array", "items": event},
            "code": {"type": "string", "description": "The code for the minutes"},
        },
    }


def _problem() -> dict[str, Any]:
    """Return the shape of a problem (RFC 9457), with the code and the rule of a refusal."""
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["title", "status"],
        "properties": {
            "title": text,
            "status": {"type": "integer"},
            "code": text,
            "rule": text,
            "rule_text": text,
        },
    }


def _health() -> dict[str, Any]:
    told = {"enum": ["ok", "record does not answer"]}
    return {"type": "object", "required": ["status"], "properties": {"status": told}}


def _json(name: str) -> dict[str, Any]:
    return _content("application/json", {"$ref": SCHEMA.format(name=name)})


def _content(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {kind: {"schema": schema}}


def _refused(why: str) -> dict[str, Any]:
    schema = {"$ref": SCHEMA.format(name="Problem")}
    return {"description": why, "content": _content("application/problem+json", schema)}
