"""The whole log as JSON, for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tipfloor.export.corrections.corrections import corrections
from tipfloor.export.course.sittings import sittings
from tipfloor.export.course.stages import moments
from tipfloor.export.documents.decisions import decision_rows
from tipfloor.export.elections.elections import elections
from tipfloor.export.floor.addresses import addresses
from tipfloor.export.floor.interludes import interludes, outages
from tipfloor.export.head import head
from tipfloor.export.internal import log_rows, note_rows, void_rows
from tipfloor.export.lines import lined
from tipfloor.export.list.unheard import attempts, not_heard, refusals
from tipfloor.export.orders.orders import points_of_order
from tipfloor.export.reckoning.figures import FIGURES
from tipfloor.export.recommendations.recommendations import recommendation_rows
from tipfloor.export.registration.attendance import attendance
from tipfloor.export.registration.presiding import presiding
from tipfloor.export.rows import each_row
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.unpacking import unpacked
from tipfloor.words.plain import visible

LISTS: dict[str, Callable[[Snapshot], Iterable[Any]]] = {
    "moments": moments,
    "remarks": each_row,
    "elections": elections,
    "decisions": decision_rows,
    "recommendations": recommendation_rows,
    "refusals": refusals,
    "attendance": attendance,
    "presiding": presiding,
    "points_of_order": points_of_order,
    "sittings": sittings,
    "not_heard": not_heard,
    "addresses": addresses,
    "interludes": interludes,
    "outages": outages,
    **FIGURES,
}
"""The lists of the export by name: functions that say by their types which rows they return."""

INTERNAL_LISTS: dict[str, Callable[[Snapshot], Iterable[Any]]] = {
    "corrections": corrections,
    "void_remarks": void_rows,
    "attempts": attempts,
    "notes": note_rows,
    "log": log_rows,
}
"""The lists that only internal files have."""


def lists_of(snapshot: Snapshot) -> dict[str, Callable[[Snapshot], Iterable[Any]]]:
    """Return what makes the lists of a file by name, those of the internal form after the others.

    One after another: the rows of a long record are held no longer than they are needed.
    """
    return {**LISTS, **INTERNAL_LISTS} if snapshot.internal else LISTS


def written(snapshot: Snapshot) -> bytes:
    """Return the log as JSON; characters that are not seen are written as \\uXXXX."""
    top = json.dumps(unpacked(head(snapshot)), indent=2, ensure_ascii=False).removesuffix("\n}")
    shown = "\n".join(map(visible, top.split("\n"))).encode()
    parts = [shown]
    for name, told in lists_of(snapshot).items():
        parts += (b",", *lined(name, told(snapshot)))
    return b"".join([*parts, b"\n}\n"])
