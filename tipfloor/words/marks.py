"""The marks of a remark in words."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.state.mark import Mark
from tipfloor.words import say

Shown = Literal[Mark, "still_talking", "void"]
"""The marks that are kept with a remark, and those that follow from where it stands."""


def mark_text(mark: Shown) -> str:
    """Return a mark in words."""
    return say(f"export.mark_{mark}")
