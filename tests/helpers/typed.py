"""Lines as people type delegations, what each means, and rosters to read them on."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from tests.helpers.bodies import COUNCIL, body
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import Reading, read_names
from tipfloor.meetingfile import read_plan
from tipfloor.meetingfile.shape import with_tuples

TYPED = Path(__file__).parents[1] / "core" / "plan" / "typed"


@cache
def seventh() -> Plan:
    """Return the plan of the Seventh Meeting, with its 32 delegations."""
    return read_plan(Path(__file__).parents[2] / "sessions.toml")


@cache
def every_state() -> Plan:
    """Return that plan with 45 delegations: further members, and observers."""
    text = (TYPED / "every_state.toml").read_text(encoding="utf-8")
    rows = with_tuples(tomllib.loads(text))["delegations"]
    return seventh().with_added("delegations", *map(DelegationPlan.model_validate, rows))


def council() -> Plan:
    """Return the plan of a council of 193, of which AND is a code, as little words are."""
    return body(COUNCIL)


def lines_of(name: str) -> list[tuple[str, str]]:
    """Return what is typed and what it means, line by line of a file."""
    text = (TYPED / name).read_text(encoding="utf-8")
    return [
        (typed, meant)
        for line in text.split("\n")
        for typed, _, meant in [line.partition("\t")]
        if meant
    ]


def meant_by(plan: Plan, typed: str) -> str:
    """Return whom a line takes as the files of lines write it, empty where it takes nobody."""
    return said(read_names(plan, typed))


def said(reading: Reading) -> str:
    """Return whom a reading takes as the files of lines write it."""
    taken = " ".join(row.code for row in reading.taken)
    behalf = " ".join(row.code for row in reading.on_behalf_of)
    return f"{taken} for {behalf}" if behalf else taken


def asked(plan: Plan, typed: str) -> list[str]:
    """Return the codes of those whom a line that is a question may mean."""
    return [row.code for row in read_names(plan, typed).asked]
