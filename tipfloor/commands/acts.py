"""`tipfloor acts`: the JSON schema of every act that `tipfloor tell` takes."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from tipfloor.commands.options import add_command
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put
from tipfloor.words import say

NAME = "acts"

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def add(commands: Any) -> None:
    """Add the command to the command line."""
    add_command(commands, NAME, run)


def run(arguments: Namespace) -> int:
    """Print the schema."""
    put(json.dumps(schema(), indent=2))
    return DONE


def schema() -> dict[str, Any]:
    """Return one JSON schema that admits every act, each as a definition of its own."""
    from pydantic.json_schema import models_json_schema

    from tipfloor.core.ground.modelled import model_of
    from tipfloor.core.rooms import ACTS

    models = [model_of(ACTS[kind]) for kind in sorted(ACTS)]
    placed, defined = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/$defs/{model}"
    )
    definitions = defined["$defs"]
    references = [placed[model, "validation"] for model in models]
    for reference in references:
        _with_required_kind(definitions[reference["$ref"].rpartition("/")[2]])
    return {
        "$schema": DRAFT,
        "title": say("cli.acts_title"),
        "description": say("cli.acts_description"),
        "oneOf": references,
        "$defs": definitions,
    }


def _with_required_kind(definition: dict[str, Any]) -> None:
    """Require the kind, which Python may leave out and a line of JSON may not."""
    definition["properties"]["kind"].pop("default", None)
    definition["required"] = ["kind", *definition.get("required", ())]
