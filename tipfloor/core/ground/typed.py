"""What people typed: the texts of a stored body that can be blacked out without its sense."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_origin

from msgspec.structs import fields

from tipfloor.core.ground.event import KINDS

BLACK = "███"
"""What stands in the place of a text that was blacked out, in every language."""

TYPED = frozenset(
    {
        "admitted_because",
        "also",
        "former",
        "forms",
        "name",
        "offer",
        "office",
        "reason",
        "reference",
        "ruling",
        "statement",
        "symbol",
        "text",
        "title",
        "topic",
        "what",
    }
)
"""The fields of bodies, and of the rows and former values in them, that hold typed texts."""

WITHHELD = frozenset({"admitted_because", "reason"})
"""Those of them that no public file shows."""

NOTES = "note_taken"
"""The kind of which no public file shows the text either."""

WHOLE_PLANS = frozenset({"meeting_convened", "plan_adopted"})
"""The kinds whose texts are the meeting file's: without them there is no meeting."""


def texts_in(kind: str, body: str) -> list[str]:
    """Return the typed texts of a stored body, in order, none that was blacked out."""
    return [text for _, text in _texts(kind, body)]


def body_left(kind: str, body: str, *, withheld_alone: bool = False) -> str | None:
    """Return a stored body without its typed texts, None where it has none.

    With `withheld_alone` only those go that no public file shows.
    """
    import json  # when a text is to go

    names = _withheld(kind) if withheld_alone else TYPED
    if not any(name in names for name, _ in _texts(kind, body)):
        return None
    coded = _coded(kind)
    left = {
        name: value if name in coded else _blacked(name, value, names)
        for name, value in json.loads(body).items()
    }
    return json.dumps(left, ensure_ascii=False, separators=(",", ":"))


def why_none(kind: str, body: str) -> str:
    """Return why a stored body has no typed text, as a code; empty where it has one."""
    if texts_in(kind, body):
        return ""
    if kind in WHOLE_PLANS:
        return "plan"
    return "done_before" if BLACK in body else "nothing_typed"


def is_withheld(kind: str, body: str) -> bool:
    """Tell whether no public file shows any typed text of a stored body."""
    return all(name in _withheld(kind) for name, _ in _texts(kind, body))


def _withheld(kind: str) -> frozenset[str]:
    return WITHHELD | {"text"} if kind == NOTES else WITHHELD


def _texts(kind: str, body: str) -> Iterator[tuple[str, str]]:
    """Give the typed texts of a stored body, each with the field that holds it."""
    if kind in WHOLE_PLANS:
        return
    import json  # when texts are sought

    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict):
        coded = _coded(kind)
        for name, value in found.items():
            if name not in coded:
                yield from _under(name, value)


@cache
def _coded(kind: str) -> frozenset[str]:
    """Return the fields of a kind that hold one of a few codes, whatever their names."""
    found = fields(KINDS[kind]) if kind in KINDS else ()
    return frozenset(field.name for field in found if get_origin(field.type) is Literal)


def _under(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for inner, found in value.items():
            # The names of a delegation stand by language.
            yield from _under(name if name in TYPED else inner, found)
    elif isinstance(value, list):
        for found in value:
            yield from _under(name, found)
    elif isinstance(value, str) and value not in ("", BLACK) and name in TYPED:
        yield name, value


def _blacked(name: str, value: Any, names: frozenset[str]) -> Any:
    if isinstance(value, dict):
        held = name in names
        return {
            inner: _blacked(name if held else inner, found, names) for inner, found in value.items()
        }
    if isinstance(value, list):
        return [_blacked(name, found, names) for found in value]
    return BLACK if isinstance(value, str) and value and name in names else value
