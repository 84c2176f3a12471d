"""On which recommendations a deed can be done."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import Recommendation, recommendations
from tipfloor.desk.deeds.registry import When

Fits = Callable[[Recommendation], bool]


def any_one(item: Recommendation) -> bool:
    """Any recommendation fits."""
    return True


def is_open(item: Recommendation) -> bool:
    """Tell whether a recommendation can still be decided."""
    return item.is_open


def is_undecided(item: Recommendation) -> bool:
    """Tell whether nothing was decided about a recommendation yet."""
    return item.fate == "undecided"


def is_decided(item: Recommendation) -> bool:
    """Tell whether something was decided about a recommendation."""
    return item.decision is not None


def may_be_reserved(item: Recommendation) -> bool:
    """Tell whether a position on a recommendation can be reserved."""
    return item.fate not in ("rejected", "withdrawn")


def is_reserved(item: Recommendation) -> bool:
    """Tell whether a position on a recommendation is reserved."""
    return bool(item.reserved_by)


def fitting(meeting: Meeting, fits: Fits) -> list[Recommendation]:
    """Return the recommendations that fit, by number."""
    return [item for item in recommendations(meeting) if fits(item)]


def some(fits: Fits) -> When:
    """Return what tells whether some recommendation fits."""
    return lambda meeting: fitting(meeting, fits)
