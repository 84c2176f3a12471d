"""Deeds by their names, each tried with a hand alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.desk.deeds.hand_at_work import HandAtWork

Case = Callable[[HandAtWork], None]

CASES: dict[str, tuple[Case, str]] = {}
"""What is tried of each deed, and in which moment: empty for the introductory session."""


def case(moment: str = "") -> Callable[[Case], Case]:
    """Make a function a case of the deed whose name it has."""

    def known(function: Case) -> Case:
        CASES[function.__name__] = function, moment
        return function

    return known
