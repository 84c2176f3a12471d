"""The registry of deeds by the name that the table of keys gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipfloor.desk.screens.desk import DeskScreen

Deed = Callable[["DeskScreen"], None]

DEEDS: dict[str, Deed] = {}
"""Every deed by its name."""


def deed(function: Deed) -> Deed:
    """Make a function known under its own name."""
    DEEDS[function.__name__] = function
    return function
