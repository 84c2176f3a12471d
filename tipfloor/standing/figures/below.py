"""What stands below the figures: who has not spoken, the changeovers, and the plan's lengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.reckoning.lengths import Length, lengths
from tipfloor.core.reckoning.pace import Changeovers, changeovers
from tipfloor.core.reckoning.statistics import Cut
from tipfloor.core.reckoning.unspoken import not_spoken
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.cells import wrapped
from tipfloor.standing.fit import cut as fitted
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.figures import unspoken_name
from tipfloor.words.joining import beside
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.times import date_of, span

FIGURE = 8
"""Cells of a figure of these lists."""

WIDEST_NAME = 60


def figures_below(outlook: Outlook, width: int, cut: Cut, page: int) -> Lines:
    """Return the three lists whole, a blank line before each."""
    meeting = outlook.meeting
    return (
        *_unspoken(meeting, width),
        *_changeovers(meeting, width, days=cut == "day"),
        *_lengths(outlook, width),
    )


def figures_foot(outlook: Outlook, width: int) -> Lines:
    """Return two lines: who has not spoken, cut to the room, and the changeover."""
    left = [item.code for item in not_spoken(outlook.meeting)]
    names = plain(" ".join(left))
    short = say("statistics.not_spoken_short", number=len(left), names=names)
    unspoken = fitted(short if left else say("statistics.all_spoken"), width)
    return unspoken, fitted(_seen(outlook.meeting), width)


def _seen(meeting: Meeting) -> str:
    whole = next(iter(changeovers(meeting)), None)
    if whole is None:
        return say("statistics.changeover_none")
    return say(
        "statistics.changeover_short",
        mean=span(whole.mean),
        median=span(whole.median),
        number=whole.number,
    )


def _unspoken(meeting: Meeting, width: int) -> Iterator[Line]:
    left = not_spoken(meeting)
    if not left:
        yield from _section(say("statistics.all_spoken"))
        return
    yield from _section(say("statistics.not_spoken", number=len(left)))
    names = beside(plain(unspoken_name(meeting, item)) for item in left)
    yield from (Line.of("  ", line) for line in wrapped(names, max(6, width - 4)))


def _changeovers(meeting: Meeting, width: int, *, days: bool) -> Iterator[Line]:
    """Yield the changeovers of the meeting and of its sessions, or of its days."""
    found = changeovers(meeting)
    if not found:
        return
    heads = [
        say(f"statistics.changeover_{name}") for name in ("number", "mean", "median", "longest")
    ]
    yield from _section(say("statistics.changeover"), heads, width)
    for item in found:
        if item is found[0] or (item.day is not None) is days:
            figures = [str(item.number), *map(span, (item.mean, item.median, item.longest))]
            yield _line(_where(meeting, item), figures, width)


def _where(meeting: Meeting, item: Changeovers) -> str:
    if item.day:
        return date_of(date.fromisoformat(item.day))
    planned = meeting.plan.session(item.session or "")
    return planned.title if planned else say("statistics.changeover_whole")


def _lengths(outlook: Outlook, width: int) -> Iterator[Line]:
    found = lengths(outlook.meeting, outlook.now)
    if not found:
        return
    heads = [say(f"statistics.lengths_{name}") for name in ("planned", "actual", "difference")]
    yield from _section(say("statistics.lengths"), heads, width)
    for item in found:
        planned = "" if item.planned is None else span(item.planned)
        figures = [planned, span(item.actual), _apart(item)]
        line = _line(_part(item), figures, width, mark="►" if item.under_way else " ")
        yield line.emphasised() if item.under_way else line


def _part(item: Length) -> str:
    if item.number is not None:
        return f"{roman(item.number).lower()} {item.part.title}"
    topic = f": {item.part.topic}" if isinstance(item.part, SessionPlan) else ""
    return f"  {item.part.title}{topic}"


def _apart(item: Length) -> str:
    """Return the difference with its sign, such as "+2:25" or "-1:01:25"."""
    if item.difference is None:
        return ""
    return f"{'+' if item.difference >= 1000 else ''}{span(item.difference)}"


def _section(title: str, heads: Iterable[str] = (), width: int = 0) -> Iterator[Line]:
    yield Line.of(" ")
    if not width:
        yield Line.of((title, "strong"))
        return
    yield _line(title, heads, width, mark="").emphasised()


def _line(name: str, figures: Iterable[str], width: int, mark: str = " ") -> Line:
    cells = "".join(f" {figure:>{FIGURE}}" for figure in figures)
    lead = f"{mark} " if mark else ""
    room = max(4, min(WIDEST_NAME, width - len(cells)) - len(lead))
    shown = Line.of(plain(name)).truncated(room, pad=True)
    return Line.of(lead, shown, cells)
