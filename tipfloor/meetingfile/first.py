"""The small meeting that a new meeting file starts from."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tipfloor.words import say

_DAY = date(2030, 3, 4)


def write_first_plan(path: Path) -> None:
    """Write a valid meeting to change, which only its owner may read, as every file of tipfloor.

    Raises FileExistsError rather than overwrite, or OSError. What could not be written whole is
    taken away again.
    """
    import tomli_w  # only a new file needs it

    text = say("faults.first_header") + "\n" + tomli_w.dumps(_meeting())
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as target:
        try:
            target.write(text)
            target.flush()
            os.fsync(target.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _meeting() -> dict[str, Any]:
    """Return an invented meeting of one day, as general as a small one can be."""
    moments = [
        _moment("opening", "opening_ceremony", "Opening", (9, 0), (9, 30)),
        _moment("debate", "plenary_sessions", "Debate", (9, 30), (12, 30)),
        _moment("recommendations", "recommendations", "Recommendations", (14, 0), (16, 0)),
        _moment("closing", "closing_ceremony", "Closing", (16, 0), (16, 30)),
    ]
    return {
        "meeting": {
            "title": "First Meeting on a Subject of Your Choice",
            "short_title": "First Meeting",
            "body": "An Intergovernmental Organization",
            "place": "The meeting's city",
            "time_zone": "America/New_York",
            "days": [_DAY],
            "language": "en",
            "order_of_moments": [moment["code"] for moment in moments],
        },
        "rules": {
            "limit_seconds": 180,
            "warnings_at_seconds": [30, 10],
            "at_limit": "withdraw",
            "in_person_only": False,
            "slides_permitted": True,
            "general_reports_in_introductory_only": False,
        },
        "moments": moments,
        "sessions": [
            _session("one", "First session", "The first topic", (9, 30), (11, 0)),
            _session("two", "Second session", "The second topic", (11, 0), (12, 30)),
        ],
        "delegations": _delegations(),
    }


def _moment(code: str, kind: str, title: str, *span: tuple[int, int]) -> dict[str, Any]:
    return {"code": code, "kind": kind, "title": title, **_times(*span)}


def _session(code: str, title: str, topic: str, *span: tuple[int, int]) -> dict[str, Any]:
    return {"code": code, "moment": "debate", "title": title, "topic": topic, **_times(*span)}


def _times(starts: tuple[int, int], ends: tuple[int, int]) -> dict[str, datetime]:
    # Times in a meeting file are local: the zone stands once, in [meeting].
    year, month, day = _DAY.year, _DAY.month, _DAY.day
    return {
        "starts": datetime(year, month, day, *starts),  # noqa: DTZ001
        "ends": datetime(year, month, day, *ends),  # noqa: DTZ001
    }


def _delegations() -> list[dict[str, Any]]:
    rows = (
        ("ARG", "AR", "Argentina", "Argentina", "Argentina", "Argentine"),
        ("CAN", "CA", "Canada", "Canadá", "Canadá", "Canada"),
        ("JAM", "JM", "Jamaica", "Jamaica", "Jamaica", "Jamaïque"),
        ("MEX", "MX", "Mexico", "México", "México", "Mexique"),
        ("URY", "UY", "Uruguay", "Uruguay", "Uruguai", "Uruguay"),
    )
    also = {
        "ARG": ["Argentine Republic", "República Argentina"],
        "MEX": ["United Mexican States", "Estados Unidos Mexicanos", "Méjico"],
    }
    return [
        {
            "code": code,
            "code2": code2,
            "order_es": rank,
            "name": dict(zip(("en", "es", "pt", "fr"), names, strict=True)),
            **({"also": also[code]} if code in also else {}),
        }
        for rank, (code, code2, *names) in enumerate(rows, 1)
    ]
