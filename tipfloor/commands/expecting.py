"""What each field of an act expects, in words, for whoever gave something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.value import Unfit
from tipfloor.words import say
from tipfloor.words.joining import apart, beside

MOST_FAULTS = 5
"""Faults told of one act; a line with more is some other thing altogether."""


def what_is_wrong(
    kind: type[Act], error: Unfit, words: Mapping[str, str | list[str]] | None = None
) -> str:
    """Say for each field at fault what it expects, and which word was meant for it where known."""
    faults = error.faults[:MOST_FAULTS]
    said = [_fault(kind, fault["type"], fault["loc"], words or {}) for fault in faults]
    return apart(dict.fromkeys(said))


def expected(kind: type[Act], field: str) -> str:
    """Say what a field of an act expects, from its JSON schema."""
    schema = kind.model_json_schema()["properties"][field]
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    return _of_schema(options[0])


def _fault(
    kind: type[Act],
    what: str,
    place: tuple[int | str, ...],
    words: Mapping[str, str | list[str]],
) -> str:
    name = str(place[0])[:60] if place else ""
    if not place:
        return say("cli.line_not_json")
    if name not in kind.__struct_fields__:
        known = beside(kind.__struct_fields__)
        return say("cli.unknown_field", field=name, known=known)
    word = words.get(name)
    if word is not None:
        told = word if isinstance(word, str) else ",".join(word)
        return say("cli.word_unfit", word=told[:60], field=name, expected=expected(kind, name))
    key = "cli.missing_field" if what == "missing" and len(place) == 1 else "cli.unfit_field"
    shown = ".".join(map(str, place))
    return say(key, field=shown, expected=expected(kind, name))


def _of_schema(schema: dict[str, Any]) -> str:
    """Say what a JSON schema of one plain value admits."""
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return say("cli.expected_one_of", values=beside(map(str, values)))
    if schema.get("type") in ("integer", "number"):
        return _of_number(schema)
    if schema.get("type") == "boolean":
        return say("cli.expected_boolean")
    if schema.get("type") == "array":
        return say("cli.expected_list", member=_of_schema(schema["items"]))
    if "$ref" in schema:
        return say("cli.expected_plan")
    return _of_text(schema)


def _of_number(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum", schema.get("exclusiveMinimum")), schema.get("maximum")
    if low is not None and high is not None:
        within = "integer_within" if schema["type"] == "integer" else "number_within"
        return say(f"cli.expected_{within}", low=low, high=high)
    return say("cli.expected_integer")


def _of_text(schema: dict[str, Any]) -> str:
    if schema.get("pattern", "").endswith("{2,3}$"):
        return say("cli.expected_code")
    if schema.get("pattern", "").endswith("{3}$"):
        return say("cli.expected_code_of_three")
    if schema.get("format") == "date":
        return say("cli.expected_date")
    if "pattern" in schema:
        return say("cli.expected_identifier")
    return say("cli.expected_text", longest=schema.get("maxLength", 500))
