"""What stands in place of the list in a moment that has none: the business of that moment.

A board is a function of the outlook and a width, registered for the kinds of moment that it serves.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from tipfloor.desk.outlook import Outlook

Board = Callable[[Outlook, int], Content]

BOARDS: dict[str, Board] = {}
"""The board of each kind of moment that has one."""


def board(*kinds: str) -> Callable[[Board], Board]:
    """Make a function the board of some kinds of moment."""

    def register(function: Board) -> Board:
        BOARDS.update(dict.fromkeys(kinds, function))
        return function

    return register
