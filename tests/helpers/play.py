"""A small meeting that a test plays to its export, one act or some seconds at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.helpers.hand_clock import HandClock
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

PLAN: dict[str, Any] = {
    "meeting": {
        "title": "Third Meeting on Rivers",
        "short_title": "Rivers III",
        "body": "Organization of Rivers",
        "place": "Asunción",
        "time_zone": "America/New_York",
        "days": ["2024-02-05"],
        "order_of_moments": ["opening", "plenary"],
    },
    "rules": {
        "limit_seconds": 120,
        "texts": {"slides_not_permitted": "Slides are not shown here."},
    },
    "moments": [
        {"code": "opening", "kind": "opening_ceremony", "title": "Opening ceremony"},
        {
            "code": "plenary",
            "kind": "plenary_sessions",
            "title": "Plenary sessions",
            "starts": "2024-02-05T11:00:00",
            "ends": "2024-02-05T12:00:00",
        },
    ],
    "sessions": [
        {"code": "a", "moment": "plenary", "title": "Plenary session (a)", "topic": "Floods"}
    ],
    "delegations": [
        {"code": "BRA", "code2": "BR", "name": {"en": "Brazil"}},
        {"code": "CHL", "code2": "CL", "name": {"en": "Chile"}},
        {"code": "JAM", "code2": "JM", "name": {"en": "Jamaica"}},
        {"code": "URY", "code2": "UY", "name": {"en": "Uruguay"}},
    ],
}


class Play:
    """A meeting on a real record and a hand-set clock; `plan` replaces tables of the usual one."""

    def __init__(self, folder: Path, plan: dict[str, Any], speed: float | None) -> None:
        self.clock = HandClock()
        self.path = folder / "meeting.sqlite"
        plan_read = Plan.model_validate_json(json.dumps(plan))
        create(self.path, convening(plan_read, self.clock, speed))
        self.proceedings = Proceedings(SqliteStore(self.path), self.clock)

    def act(self, kind: str, **fields: Any) -> None:
        self.proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))

    def wait(self, seconds: float) -> None:
        self.clock.advance(round(seconds * 1000))
        self.proceedings.keep_time()

    def speak(self, seconds: float) -> None:
        self.act("give_floor")
        self.wait(seconds)
        self.act("end_remark")
