"""How long a text that is typed may be, as the act that takes it says."""

from __future__ import annotations

from functools import cache

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.fields import LONGEST_TEXT


@cache
def longest(act: type[Act], field: str) -> int:
    """Return how many characters a text of an act has at most."""
    schema = act.model_json_schema()["properties"][field]
    texts = [schema, *schema.get("anyOf", ())]
    return next((int(text["maxLength"]) for text in texts if "maxLength" in text), LONGEST_TEXT)
