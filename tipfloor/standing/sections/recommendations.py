"""The board of the recommendations: every number with its sign, around the one that is next."""

from __future__ import annotations

from tipfloor.core.state.recommendation import (
    Recommendation,
    next_recommendation,
    recommendations,
)
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.sections.recommendation_line import recommendation_line
from tipfloor.words import say

ROWS = 14
"""Rows of the window into a long list, those included that say how many more there are."""


def board(outlook: Outlook, width: int) -> Lines:
    """Return the list in the moment of the recommendations."""
    if outlook.meeting.moment_plan.kind != "recommendations":
        return ()
    every = recommendations(outlook.meeting)
    if not every:
        return (Line.of(say("recommendations.board_none")).truncated(width),)
    current = next_recommendation(outlook.meeting)
    place = every.index(current) if current else len(every) - 1
    first, last = window(len(every), place)
    lines = [
        recommendation_line(item, width, current=item == current) for item in every[first:last]
    ]
    above, below = first, len(every) - last
    if above:
        lines.insert(0, _more("recommendations.above", above))
    if below:
        lines.append(_more("recommendations.below", below))
    return (_summary(every, width), *lines)


def window(length: int, place: int) -> tuple[int, int]:
    """Return from where to where a list of so many rows shows, with a place of it in sight."""
    if length <= ROWS:
        return 0, length
    shown = ROWS - 2
    first = min(max(0, place - shown // 2), length - shown)
    if first <= 1:
        return 0, ROWS - 1
    return (length - ROWS + 1, length) if first + shown >= length - 1 else (first, first + shown)


def _summary(every: tuple[Recommendation, ...], width: int) -> Line:
    decided = sum(not item.is_open for item in every)
    parts = [say("recommendations.board", decided=decided, number=len(every))]
    if deferred := sum(item.fate == "deferred" for item in every):
        parts.append(say("recommendations.deferred", number=deferred))
    return Line.of((" · ".join(parts), "strong")).truncated(width)


def _more(key: str, number: int) -> Line:
    return Line.of((f"    {say(key, number=number)}", "quiet"))
