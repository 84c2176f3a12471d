"""The whole log as JSON, for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from tipfloor.core.meeting import Meeting
from tipfloor.export.addresses import addresses
from tipfloor.export.attendance import attendance
from tipfloor.export.closure import closed_at, left_at_end
from tipfloor.export.decisions import decision_rows
from tipfloor.export.elections import elections
from tipfloor.export.interludes import interludes, outages
from tipfloor.export.internal import log_rows, note_rows, void_rows
from tipfloor.export.orders import points_of_order
from tipfloor.export.presiding import presiding
from tipfloor.export.recommendations import recommendation_rows
from tipfloor.export.rows import rows
from tipfloor.export.sittings import sittings
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.stages import moments
from tipfloor.export.unheard import not_heard, refusals
from tipfloor.words.plain import UNSEEN, visible
from tipfloor.words.times import iso

LIMITS = {
    "limit_seconds",
    "warnings_at_seconds",
    "at_limit",
    "extension_seconds",
    "turns_per_session",
    "reply_limits_seconds",
}
"""The rules of the plan by which the figures of the remarks are to be read."""


LISTS: dict[str, Callable[[Snapshot], Iterable[Any]]] = {
    "moments": moments,
    "remarks": rows,
    "elections": lambda snapshot: elections(snapshot.meeting),
    "decisions": lambda snapshot: decision_rows(snapshot.meeting),
    "recommendations": lambda snapshot: recommendation_rows(snapshot.meeting),
    "refusals": lambda snapshot: refusals(snapshot.meeting),
    "attendance": lambda snapshot: attendance(snapshot.meeting),
    "presiding": lambda snapshot: presiding(snapshot.meeting),
    "points_of_order": points_of_order,
    "sittings": sittings,
    "not_heard": lambda snapshot: not_heard(snapshot.meeting),
    "addresses": addresses,
    "interludes": interludes,
    "outages": outages,
}
"""The lists of the export by name, each of dataclasses made from a snapshot."""

INTERNAL_LISTS: dict[str, Callable[[Snapshot], Iterable[Any]]] = {
    "void_remarks": void_rows,
    "notes": note_rows,
    "log": log_rows,
}
"""The lists that only internal files have."""


def lists_of(snapshot: Snapshot) -> dict[str, list[Any]]:
    """Return the lists that a file has by name, those of the internal form after the others."""
    wanted = {**LISTS, **INTERNAL_LISTS} if snapshot.internal else LISTS
    return {name: list(told(snapshot)) for name, told in wanted.items()}


def data(snapshot: Snapshot) -> str:
    """Return the log as JSON; characters that are not seen are written as \\uXXXX."""
    meeting, chosen = snapshot.meeting, snapshot.scope.part
    log = {
        "meeting": _meeting(meeting),
        "exported_at": iso(snapshot.now, meeting.plan.zone),
        "closed_at": closed_at(meeting),
        "left_open": left_at_end(snapshot.whole),
        "record": {"events": len(snapshot.history), "digest": snapshot.digest},
        "form": snapshot.form,
        "only": {"sessions": list(chosen.sessions), "days": list(chosen.days)},
        **{name: [asdict(item) for item in items] for name, items in lists_of(snapshot).items()},
    }
    lines = json.dumps(log, indent=2, ensure_ascii=False).split("\n")
    return "\n".join(visible(line) if UNSEEN.search(line) else line for line in lines) + "\n"


def _meeting(meeting: Meeting) -> dict[str, object]:
    about = meeting.plan.meeting
    return {
        "title": about.title,
        "short_title": about.short_title,
        "body": about.body,
        "place": about.place,
        "time_zone": about.time_zone,
        "days": [day.isoformat() for day in about.days],
        "language": about.language,
        "rehearsal": meeting.rehearsal_speed is not None,
        "limits": {
            **meeting.plan.rules.model_dump(mode="json", include=LIMITS),
            "changed_to_seconds": dict(meeting.limits),
        },
    }
