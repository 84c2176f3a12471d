"""In which capacity a delegation is there, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from tipfloor.core.ground.fields import Capacity
from tipfloor.core.plan.plan import Plan
from tipfloor.words import say

CapacityCode = Literal[Capacity, "representative"]
"""The capacities of heads of delegations, those of observers included."""


def capacity_code(capacity: Capacity | str, delegation: str, plan: Plan) -> CapacityCode:
    """Return the capacity of a delegation's head as a code.

    An observer, organization or guest has no national authority: whoever leads it is its
    representative.
    """
    row = plan.delegation(delegation)
    if capacity == "national_authority" and row is not None and not row.state:
        return "representative"
    return cast(CapacityCode, capacity)


def capacity_text(capacity: Capacity | str, delegation: str, plan: Plan) -> str:
    """Return the capacity of a delegation's head in words."""
    return say(f"export.capacity_{capacity_code(capacity, delegation, plan)}")


def noted_text(noted: Mapping[str, str] | Capacity, delegation: str, plan: Plan) -> str:
    """Return what a check-in says otherwise: a capacity, or that nobody of a delegation was there.

    Empty where it says nothing otherwise.
    """
    if isinstance(noted, str):
        return capacity_text(noted, delegation, plan)
    if "presence" in noted:
        return say("export.not_there")
    capacity = noted.get("capacity")
    return capacity_text(capacity, delegation, plan) if capacity else ""
