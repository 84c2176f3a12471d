"""Remembering what follows from a value that stays the same for long, such as a plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


def for_the_same(function: Callable[[Given], Found]) -> Callable[[Given], Found]:
    """Have a function find its result once for as long as it is given the very same value."""
    last: list[tuple[Given, Found]] = []

    @wraps(function)
    def found(given: Given) -> Found:
        for former, result in last:
            if former is given:
                return result
        result = function(given)
        last[:] = [(given, result)]
        return result

    return found
