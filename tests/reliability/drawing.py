"""Acts drawn by chance from the registry: any kind, any field, plausible or not."""

from __future__ import annotations

import json
from random import Random
from typing import Any, Literal, get_args, get_origin

from msgspec.structs import FieldInfo, fields

from tests.reliability import texts
from tests.reliability.planning import another_plan
from tipfloor.core.ground.instant import Instant
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting

HOSTILE = 0.08
"""How often a field has a value that nobody should give it."""

LEFT_OUT = 0.55
"""How often a field that may be absent is."""

ONE_DELEGATION = (
    "delegation",
    "other",
    "to",
    "nominated_by",
    "seconded_by",
)
VOTES = ("in_favour", "against", "abstaining", "invalid")
LOCAL_TIMES = ("given_at", "ended_at", "resumes")
NEW_CODES = {
    "add_session": "session",
    "add_document": "document",
    "add_election": "election",
}


def draw(chance: Random, kind: str, meeting: Meeting, now: Instant) -> str:
    """Return an act of a kind as a line of JSON, for a meeting as it stands."""
    return json.dumps(_Drawer(chance, kind, meeting, now).fields())


class _Drawer:
    """Draws the fields of one act, one by one."""

    def __init__(self, chance: Random, kind: str, meeting: Meeting, now: Instant) -> None:
        self.chance, self.kind, self.meeting, self.now = chance, kind, meeting, now

    def fields(self) -> dict[str, Any]:
        """Return the act's fields by name."""
        drawn: dict[str, Any] = {"kind": self.kind}
        for field in fields(ACTS[self.kind]):
            if field.name == "kind" or (not field.required and self._leaves(field.name)):
                continue
            drawn[field.name] = self._value(field.name, field)
        if "ballots" in ACTS[self.kind].__struct_fields__ and self.chance.random() < 0.8:
            self._make_ballot(drawn)
        if self.chance.random() < 0.002:
            drawn["unknown"] = 1
        return drawn

    def _leaves(self, name: str) -> bool:
        return self.chance.random() < (0.15 if name == "reason" else LEFT_OUT)

    def _value(self, name: str, field: FieldInfo) -> Any:
        if name == "plan":
            return another_plan(self.chance, self.meeting.plan)
        if name == "real":
            ticks = self.chance.choice([self.now.ticks, self.now.ticks, -(2**70), 2**70, 0])
            utc = self.chance.choice([self.now.utc.isoformat(), *texts.TIMES[6:10]])
            return {"utc": utc, "ticks": ticks, "boot": self.now.boot}
        kinds = _kinds(field.type)
        if self.chance.random() < HOSTILE:
            return self._hostile(kinds)
        known = self._known(name)
        if known is not None:
            return known
        return self._plausible(name, kinds)

    def _known(self, name: str) -> Any:
        """Return a value of a field whose meaning its name says, None where it does not."""
        chance = self.chance
        if name in ONE_DELEGATION:
            return self._delegation()
        if name in ("on_behalf_of", "delegations"):
            return [self._delegation() for _ in range(chance.randint(1, 4))]
        if name == NEW_CODES.get(self.kind):
            return chance.choice(["new", "newer", "extra-1", "extra-2"])
        if name in ("session", "moment", "document", "election", "address"):
            return self._code(name)
        if name in LOCAL_TIMES:
            return self._local_time()
        if name == "ballots":
            return [f"{self._delegation()}={chance.randint(0, 4)}"]
        if name == "numbers":
            return [chance.choice(["1", "2", "1-3", "4-2", str(chance.randint(1, 9))])]
        if name == "number" and chance.random() < 0.7:
            return chance.choice([1, 1, 2, 3])
        if name == "position" and self.kind == "undo":
            return self.meeting.position - chance.randint(0, 3)
        if name == "person":
            return f"p{chance.randint(0, 8):012x}"
        return None

    def _make_ballot(self, drawn: dict[str, Any]) -> None:
        """Let a ballot be of those nominated, or for and against the only one."""
        election = drawn["election"]
        held = self.meeting.elections.get(election, ()) if isinstance(election, str) else ()
        named = [item.delegation for item in held[-1].nominations] if held else []
        drawn["insist"] = self.kind == "ballot"
        for name in ("ballots", *(VOTES if self.chance.random() < 0.6 else VOTES[:1]), "number"):
            drawn.pop(name, None)
        if self.kind == "correct_ballot":
            del drawn["insist"]
        if len(named) == 1:
            drawn["in_favour"] = self.chance.randint(0, 2)
        else:
            drawn["ballots"] = [f"{code}={self.chance.randint(0, 2)}" for code in named]

    def _delegation(self) -> str:
        chance, meeting = self.chance, self.meeting
        if self.kind == "admit":
            return "ZZ" + chance.choice("ABCDEF")
        waiting = [entry.delegation for entry in meeting.speakers().waiting]
        if waiting and chance.random() < 0.4:
            return chance.choice(waiting)
        delegations = (
            meeting.plan.delegations[:12] if chance.random() < 0.6 else (meeting.plan.delegations)
        )
        found = chance.choice(delegations)
        return (found.code2 or found.code) if chance.random() < 0.1 else found.code

    def _code(self, name: str) -> str:
        plan = self.meeting.plan
        rows: dict[str, Any] = {
            "session": plan.sessions,
            "moment": plan.moments,
            "document": plan.documents,
            "election": plan.elections,
            "address": plan.addresses,
        }
        return self.chance.choice([item.code for item in rows[name]] or ["none"])

    def _local_time(self) -> str:
        if self.chance.random() < 0.25:
            return self.chance.choice(texts.TIMES)
        ago = self.chance.randint(-3_600, 7_200)
        then = self.now.plus(-ago * 1000).utc.astimezone(self.meeting.plan.zone)
        return then.isoformat(timespec="milliseconds")[: self.chance.choice([19, 23, 29])]

    def _plausible(self, name: str, kinds: list[Any]) -> Any:
        chance, kind = self.chance, self.chance.choice(kinds)
        if get_origin(kind) is Literal:
            return chance.choice(get_args(kind))
        if get_origin(kind) is tuple:
            return [self._plausible(name, [get_args(kind)[0]])] * chance.randint(0, 2)
        if kind is bool:
            return chance.random() < 0.7
        if kind is int:
            return self._number(name)
        if kind is float:
            return chance.choice([0.5, 2, 9.5, 30, 61])
        if kind is str:
            return texts.text(chance, 0.3)
        return chance.choice(texts.DATES)

    def _number(self, name: str) -> int:
        if name in VOTES:
            return self.chance.choice([0, 0, 1, 2, 3, 5, 8])
        return self.chance.randint(*((5, 300) if "seconds" in name else (0, 12)))

    def _hostile(self, kinds: list[Any]) -> Any:
        chance, kind = self.chance, self.chance.choice(kinds)
        if chance.random() < 0.15:
            return chance.choice([None, [], {}, True, "1", 1, [[[]]]])
        if kind is int:
            return chance.choice(texts.NUMBERS)
        if kind is float:
            return chance.choice(texts.FIGURES)
        if get_origin(kind) is tuple:
            return [self._hostile([get_args(kind)[0]]) for _ in range(chance.choice([0, 1, 600]))]
        if kind is str or get_origin(kind) is Literal:
            return texts.text(chance, 1.0)
        return chance.choice(texts.DATES)


def _kinds(annotation: Any) -> list[Any]:
    """Return the plain types that an annotation takes, its metadata and None left aside."""
    if annotation is type(None):
        return []
    origin = get_origin(annotation)
    if origin in (Literal, tuple):
        return [annotation]
    if hasattr(annotation, "__metadata__"):
        return _kinds(annotation.__origin__)
    if origin is not None:
        return [kind for part in get_args(annotation) for kind in _kinds(part)]
    return [annotation]
