"""The published JSON Schema: every export validates against it, and nothing else does."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from tests.helpers.play import Play
from tipfloor.export import Chosen, Scope, export
from tipfloor.export.codes import EndedBy, Kind, Why
from tipfloor.export.data import INTERNAL_LISTS, LISTS
from tipfloor.export.schema import schema
from tipfloor.words import has
from tipfloor.words.marks import Shown


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    made = schema()
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


def exported(play: Play, **scope: Any) -> dict[str, Any]:
    return dict(json.loads(export(play.proceedings, "json", Scope(**scope))))


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("part", [Chosen(), Chosen(("a",)), Chosen((), ("2024-02-05",))])
def test_an_export_validates(
    played: Play, validator: Draft202012Validator, internal: bool, part: Chosen
) -> None:
    played.act("undo")
    played.act("take_note", text="a note")
    log = exported(played, internal=internal, part=part)
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("remarks", 0, "speaking_seconds"), "118.250"),
        (("remarks", 0, "floor_given_at"), "yesterday"),
        (("remarks", 0, "survivor"), True),
        (("meeting", "limits", "limit_seconds"), None),
        (("form",), "secret"),
    ],
)
def test_what_is_no_export_does_not(
    played: Play, validator: Draft202012Validator, path: tuple[Any, ...], wrong: object
) -> None:
    log: Any = exported(played)
    place = log
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert not validator.is_valid(log)


def test_every_list_is_described(validator: Draft202012Validator) -> None:
    kinds = validator.schema["properties"]
    assert {*LISTS, *INTERNAL_LISTS} <= kinds.keys()
    assert [name for name in LISTS if not kinds[name].get("description")] == []


def test_every_code_has_words(validator: Draft202012Validator) -> None:
    """Codes are the same in every language, with their words beside them."""
    for prefix, codes in (("kind", Kind), ("ended", EndedBy), ("why", Why), ("mark", Shown)):
        for code in get_args(codes):
            assert has(f"export.{prefix}_{code}"), (prefix, code)
    remark = validator.schema["$defs"]["Row"]["properties"]
    assert set(get_args(EndedBy)) <= set(remark["ended_by"]["anyOf"][0]["enum"])


def test_codes_are_the_same_in_every_language(played: Play) -> None:
    coded = ("kind", "ended_by", "capacity", "marks", "moment_code", "session_code")
    told = [
        [[row[name] for name in coded] for row in exported(played, language=code)["remarks"]]
        for code in ("en", "es", "pt", "fr")
    ]
    assert told[0]
    assert all(other == told[0] for other in told)
