"""How long a text that is typed may be, as the act that takes it says."""

from __future__ import annotations

from functools import cache
from typing import get_type_hints

from msgspec import Meta

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.ground.value import marked


@cache
def longest(act: type[Act], field: str) -> int:
    """Return how many characters a text of an act has at most."""
    annotation = get_type_hints(act, include_extras=True)[field]
    bounds = marked(annotation, Meta)
    return bounds.max_length if bounds and bounds.max_length else LONGEST_TEXT
