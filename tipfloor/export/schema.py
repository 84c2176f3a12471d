"""The JSON Schema of the JSON export, made from the very rows that are written."""

from __future__ import annotations

import json
from types import GenericAlias
from typing import Any, get_args, get_type_hints

from msgspec import defstruct
from msgspec.structs import fields

from tipfloor.core.ground.modelled import model_of
from tipfloor.export.cells import is_date, is_time
from tipfloor.export.data import INTERNAL_LISTS, LISTS
from tipfloor.export.head import Head

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = "urn:tipfloor:export:2"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an export, public or internal, whole or a part.

    The lists that only internal files have are known and not required.
    """
    members: list[tuple[str, Any]] = [(field.name, field.type) for field in fields(Head)]
    for name, told in {**LISTS, **INTERNAL_LISTS}.items():
        [kind] = get_args(get_type_hints(told)["return"])
        members.append((name, GenericAlias(list, kind)))
    made = model_of(defstruct("Record", members)).model_json_schema(mode="serialization")
    for name, told in {**LISTS, **INTERNAL_LISTS}.items():
        made["properties"][name]["description"] = (told.__doc__ or "").strip()
    _close(made)
    made["required"] = [name for name in made["properties"] if name not in INTERNAL_LISTS]
    return {
        "$schema": DIALECT,
        "$id": NAME,
        **made,
        "title": "tipfloor export",
        "description": Head.__doc__,
    }


def schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _close(found: Any) -> None:
    """Close every object to names that it does not have; every name that it has is written."""
    if isinstance(found, list):
        for item in found:
            _close(item)
    if not isinstance(found, dict):
        return
    properties = found.get("properties")
    if isinstance(properties, dict):
        found["additionalProperties"] = False
        found["required"] = list(properties)
        for name, kind in properties.items():
            _date(name, kind)
    found.pop("title", None) if isinstance(found.get("title"), str) else None
    for item in found.values():
        _close(item)


def _date(name: str, kind: dict[str, Any]) -> None:
    """Mark the texts of a field that is a date or a time as such, after its name."""
    if not is_time(name):
        return
    form = "date" if is_date(name) else "date-time"
    for one in kind.get("anyOf", [kind]):
        if one.get("type") == "string":
            one["format"] = form
