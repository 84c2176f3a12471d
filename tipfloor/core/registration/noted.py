"""What a check-in says otherwise of a remark: another capacity, or that nobody was there."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import Stay

ABSENT = "absent"


def contradicted(
    meeting: Meeting, delegation: str, capacity: Capacity, at: Instant
) -> dict[str, str]:
    """Return what the check-in says against a remark at an instant, by field; empty if nothing.

    As long as nobody was checked in, no roll was kept, and nothing contradicts it.
    """
    begun = [stay for stay in meeting.attendance if stay.arrived.utc <= at.utc]
    if not begun:
        return {}
    stay = next((stay for stay in reversed(begun) if _is_there(stay, delegation, at)), None)
    if stay is None:
        return {"presence": ABSENT}
    return {} if stay.capacity == capacity else {"capacity": stay.capacity}


def contradiction(
    meeting: Meeting, delegation: str, capacity: Capacity, noted: dict[str, str]
) -> Refused:
    """Return the refusal of what the check-in contradicts, until a reason is given."""
    name = meeting.plan.name_of(delegation)
    if "presence" in noted:
        return Refused("was_not_there", Rule.CHECK_IN, delegation=name)
    return Refused(
        "other_capacity",
        Rule.CHECK_IN,
        delegation=name,
        of=delegation,
        capacity=capacity,
        noted=noted["capacity"],
    )


def _is_there(stay: Stay, delegation: str, at: Instant) -> bool:
    return stay.delegation == delegation and (stay.left is None or at.utc <= stay.left.utc)
