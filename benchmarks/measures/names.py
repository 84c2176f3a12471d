"""The reading of a typed line, key by key, beside the folding of the same text."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from figures import Aim, Line
from meetings import COUNCIL, MEETING
from msgspec.structs import replace
from terminal import HERE

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import DelegationPlan, Names, Plan
from tipfloor.core.plan.typed_names import read_names
from tipfloor.meetingfile import read_plan

TYPED = HERE.parent / "tests" / "core" / "plan" / "typed" / "seventh_meeting.tsv"

MOST_CODES = 53
MOST_32, MOST_193 = 2.0, 10.0
"""Milliseconds of a key, with 32 and with 193 delegations."""


def measure(folder: Path) -> list[Line]:
    """Type lines of every kind letter by letter, on three rosters."""
    seventh, council = read_plan(MEETING), read_plan(COUNCIL)
    many = council.with_only(delegations=_with_names(seventh, council))
    found: list[Line] = []
    for name, plan, most in (
        ("32", seventh, MOST_32),
        ("193", council, MOST_193),
        ("193 with other names", many, MOST_193),
    ):
        plan.lexicon.prepare()
        typed = [line.partition("\t")[0] for line in TYPED.read_text("utf-8").splitlines()]
        found.append(_measured(f"a key, {name}: lines of all kinds", plan, typed, most))
        found.append(_measured(f"a key, {name}: 53 codes", plan, [_codes(plan)], most))
        found.append(_measured(f"a key, {name}: 53 slips", plan, [_slips(plan)], most))
    return found


def _measured(name: str, plan: Plan, lines: list[str], most: float) -> Line:
    keys, limit = [], []
    for line in lines:
        for end in range(1, len(line) + 1):
            limit.append(_timed(partial(fold_text, line[:end])))
            keys.append(_timed(partial(read_names, plan, line[:end])))
    aim = Aim(f"each at most {most:g} ms", max(keys), most)
    return Line(name, keys, limit, "folding the text", aim)


def _timed(work: Callable[[], object]) -> float:
    """Return milliseconds of the processor: nothing but work is done, and others run as well."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def _codes(plan: Plan) -> str:
    """Return a joint statement of 53 codes."""
    first, *others = islice(cycle(row.code.lower() for row in plan.delegations), MOST_CODES)
    return f"{first} for {' '.join(others)}"


def _slips(plan: Plan) -> str:
    """Return as many names with two letters swapped in each, so that each is looked for."""
    names = islice(cycle(row.names()[0] for row in plan.delegations), MOST_CODES)
    return ", ".join(name[:2] + name[3:4] + name[2:3] + name[4:] for name in names)


def _with_names(seventh: Plan, council: Plan) -> tuple[DelegationPlan, ...]:
    """Return the council's delegations with names in four languages and as many others."""
    rows = []
    for row, model in zip(council.delegations, cycle(seventh.delegations), strict=False):
        name = row.names()[0]
        names = Names(en=name, es=f"{name} es", pt=f"{name} pt", fr=f"{name} fr")
        also = tuple(f"{name} {other}" for other in model.also)
        rows.append(replace(row, name=names, also=also))
    return tuple(rows)
