"""Every text of a whole rehearsal fits the room that the smallest screen gives it."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

import pytest

import tipfloor.standing
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.fold import fold
from tipfloor.core.reckoning.statistics import CUTS
from tipfloor.proceedings import Proceedings
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook

EVERY = 13
"""Events between two looks at the meeting."""

WIDTHS = (60, 78, 158)
BESIDE_THE_FLOOR = 32
"""Cells that a desk of 80 has for the list and what stands in its place."""


@cache
def tellers() -> dict[str, Callable[..., Line | Lines]]:
    """Return every public function that tells an outlook in a width."""
    parts = pkgutil.walk_packages(tipfloor.standing.__path__, "tipfloor.standing.")
    modules = [import_module(part.name) for part in parts]
    return {
        f"{module.__name__.removeprefix('tipfloor.standing.')}.{name}": function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function) and function.__module__ == module.__name__
        if not name.startswith("_") and not inspect.isgeneratorfunction(function)
        if list(inspect.signature(function).parameters)[:2] == ["outlook", "width"]
    }


@pytest.fixture(scope="module")
def outlooks(whole_meeting: Proceedings) -> list[Outlook]:
    """Looks at a rehearsal, half a minute after each of some of its events."""
    history, people = list(whole_meeting.history), dict(whole_meeting.people)
    found = []
    for position in range(len(history), 0, -EVERY):
        meeting = fold(history[:position])
        now = meeting.latest.plus(30_000)
        found.append(Outlook(as_of(meeting, now), now, history[:position], people))
    return found


def told(name: str, outlook: Outlook, width: int) -> Iterator[Line]:
    function = tellers()[name]
    by_cut = "cut" in inspect.signature(function).parameters
    for more in [(cut, page) for cut in CUTS for page in range(3)] if by_cut else [()]:
        lines = function(outlook, width, *more)
        yield from (lines,) if isinstance(lines, Line) else lines


@pytest.mark.parametrize("name", tellers())
def test_fits(name: str, outlooks: list[Outlook]) -> None:
    beside = name.startswith(("sections", "list.", "floor.")) or name in (
        "times.ends.list_foot",
        "quorum_line",
    )
    widths = (BESIDE_THE_FLOOR, *WIDTHS) if beside else WIDTHS
    for outlook in outlooks:
        for width in widths:
            for line in told(name, outlook, width):
                assert line.cells <= width, line.text
                assert "\n" not in line.text
