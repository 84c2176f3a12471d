"""Fonts and PDF: the plate of each delegation is set."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from tipfloor.commands.readiness.finding import Finding, bad, good, note
from tipfloor.core.plan.plan import Plan
from tipfloor.stopwatch import stopwatch


def look(plan: Plan) -> Finding:
    """Return whether the names of a meeting can be set as PDF, and with which fonts."""
    began = stopwatch()
    try:
        own = _set(plan)
    except Exception as error:  # whatever stops a library of others stops the files of the meeting
        return bad("paper_failed", reason=f"{type(error).__name__}: {error}")
    facts = {"seconds": round(stopwatch() - began, 1), "number": len(plan.delegations)}
    return good("paper", **facts) if own else note("paper_machine", **facts)


def _set(plan: Plan) -> bool:
    """Set the plates, and tell whether the program's own fonts have all that is on them."""
    from tipfloor.export import take
    from tipfloor.export.printing import printed, prints_with_own_fonts
    from tipfloor.records import open_record

    with (
        tempfile.TemporaryDirectory(prefix="tipfloor-") as folder,
        closing(open_record(Path(folder, "plates.sqlite"), plan)) as begun,
    ):
        snapshot = take(begun)
        own = prints_with_own_fonts(snapshot, "nameplates")
        if not own:
            printed(snapshot, "nameplates")
        return own
