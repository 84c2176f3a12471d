"""The registry of deeds by the name that the table of keys gives them."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.desk.hand import Hand

Deed = Callable[[Hand], None]

DEEDS: dict[str, Deed] = {}
"""Every deed by its name."""


def deed(function: Deed) -> Deed:
    """Make a function known under its own name."""
    DEEDS[function.__name__] = function
    return function
