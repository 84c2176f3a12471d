"""What was found of one thing that a meeting needs."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Stands: TypeAlias = Literal["good", "note", "bad"]
"""How a thing stands: ready, to be known of, or not ready."""


class Finding(NamedTuple):
    """How a thing stands, and the key in `words/*/ready.toml` that says so with these facts."""

    stands: Stands
    code: str
    facts: dict[str, object]


def good(code: str, **facts: object) -> Finding:
    """Return a finding of what is ready."""
    return Finding("good", code, facts)


def note(code: str, **facts: object) -> Finding:
    """Return a finding of what hinders nothing, and should be known."""
    return Finding("note", code, facts)


def bad(code: str, **facts: object) -> Finding:
    """Return a finding of what is not ready."""
    return Finding("bad", code, facts)
