"""What the meeting file says beside the record; it can wait until the desk is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tipfloor.core.plan.plan import Plan


class Filed(NamedTuple):
    """The plan in a meeting file, in what it differs from the recorded one, and what is to be said.

    There is no plan where there is no file, or one with faults.
    """

    plan: Plan | None = None
    differences: tuple[str, ...] = ()
    notice: str = ""


Comparing: TypeAlias = Callable[[Plan], Filed]
"""What reads the meeting file and compares it with the recorded plan."""

PAINTED = 0.05
"""Seconds after the start in which the first keys are taken before the file is read."""
