"""JSON from outside, of bounded depth: Python's own reader falls over what lies too deep."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

DEEPEST = 50
"""Lists and objects within one another; what the program itself writes has six."""

_TEXT = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[{]|[\]}]")


def read_json(text: str, each: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """Return the value that a text is; `each` makes an object of its pairs. Raises ValueError."""
    if _depth(text) > DEEPEST:
        raise ValueError("lists or objects lie too deep within one another")
    return json.loads(text, object_pairs_hook=each)


def _depth(text: str) -> int:
    """Return how deep lists and objects lie, those within quotation marks aside."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(_TEXT.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
