"""Plans as former programs kept them: with four languages, whatever the meeting worked in."""

from __future__ import annotations

from typing import Any

FORMER = ("en", "es", "pt", "fr")
"""The languages that were the meeting's, and the fields of a name, before a plan said which."""


def with_languages(plan: dict[str, Any]) -> dict[str, Any]:
    """Return a stored plan that says its languages, with the names that it has and no others."""
    meeting, first = plan["meeting"], plan["meeting"].get("language", "en")
    others = [language for language in FORMER if language != first]
    return {
        **plan,
        "meeting": {**meeting, "languages": [first, *others]},
        "delegations": [with_names(row) for row in plan["delegations"]],
    }


def with_names(row: dict[str, Any]) -> dict[str, Any]:
    """Return a stored delegation without the languages in which it has no name."""
    names = row["name"].items()
    return {**row, "name": {language: name for language, name in names if name is not None}}
