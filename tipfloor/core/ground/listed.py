"""The codes of lists of speakers: that of a session, or that of a moment's own business."""

from __future__ import annotations

OWN = "moment:"
"""What stands before a moment's code where its own list is meant: a session may have the same."""


def own_list(moment: str) -> str:
    """Return the code of the list of a moment's own business, which belongs to no session."""
    return OWN + moment


def moment_of(code: str) -> str | None:
    """Return the moment of whose own business a list is, None for the list of a session."""
    return code.removeprefix(OWN) if code.startswith(OWN) else None


def session_of(code: str) -> str | None:
    """Return the session whose list it is, None for that of a moment's own business."""
    return None if code.startswith(OWN) else code
