"""What the meeting leaves open, shown while it closes."""

from __future__ import annotations

from tipfloor.core.course.leftovers import Leftover, left_open
from tipfloor.core.ground.listed import moment_of
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import left_text
from tipfloor.words.times import wall


def closing(outlook: Outlook, width: int) -> Lines:
    """Return a row for each kind of what is left open, in each session."""
    meeting = outlook.meeting
    if meeting.moment_plan.kind != "closing_ceremony" and not meeting.closed_at:
        return ()
    groups: dict[tuple[str, str | None], list[Leftover]] = {}
    for item in left_open(meeting):
        groups.setdefault((item.kind, item.session), []).append(item)
    rows = [row for items in groups.values() for row in _rows(outlook, items, width)]
    if not rows:
        rows = [Line.of((say("desk.nothing_left"), "done"))]
    head = [Line.of((say("desk.left_open"), "strong"))]
    if meeting.closed_at:
        time = wall(meeting.closed_at, meeting.plan.zone)
        head.insert(0, Line.of((say("desk.closed_at", time=time), "strong")))
    return (*head, *rows)


def _rows(outlook: Outlook, items: list[Leftover], width: int) -> list[Line]:
    """Return how many there are of one kind, and which; addresses stand on the board already."""
    first = items[0]
    kind = Line.of(("✗ ", "warning"), left_text({first.kind: len(items)}))
    rows = [kind.truncated(width)]
    if first.kind not in ("report", "address"):
        which = Line.of((f"  {_which(outlook, items)}", "quiet"))
        rows.append(which.truncated(width))
    return rows


def _which(outlook: Outlook, items: list[Leftover]) -> str:
    """Return what it is about, delegations by code, with the session where there is one."""
    plan, session = outlook.meeting.plan, items[0].session
    abouts = [item.about for item in items if item.about != session]
    names = " ".join(code if plan.delegation(code) else plan.name_of(code) for code in abouts)
    if session is None:
        return plain(names)
    session = moment_of(session) or session
    return plain(say("desk.left_in", session=session, about=names) if names else session)
