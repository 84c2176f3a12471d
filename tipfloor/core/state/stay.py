"""Who attended: each stay of a delegation in the room, from its check-in to its check-out."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.entry import Capacity
from tipfloor.core.state.log import Log


class Stay(Struct, frozen=True):
    """One stay of a delegation; `left` is None while it is there.

    `capacity` is its head's; `late` marks an accreditation after the date that the rules set
    (PRACTICE section 1, rule 8); `reason` is that of an admission at the door.
    """

    delegation: str
    arrived: Instant
    left: Instant | None = None
    capacity: Capacity = "national_authority"
    accredited_on: date | None = None
    late: bool = False
    reason: str | None = None


Attendance = Log[Stay]
"""Every stay in the order of arrival; a delegation that left and came back has several."""


def last_stay(attendance: Attendance, delegation: str) -> Stay | None:
    """Return the stay in which a delegation is, or was last; None where it never came."""
    return next((stay for stay in reversed(attendance) if stay.delegation == delegation), None)


def head_of(attendance: Attendance, delegation: str) -> Capacity:
    """Return in which capacity the head of a delegation is there, as stated at check-in."""
    stay = last_stay(attendance, delegation)
    return stay.capacity if stay else "national_authority"


def changed(attendance: Attendance, delegation: str, **changes: object) -> Attendance:
    """Return the attendance with the stay in which a delegation still is changed, if it is."""
    place = attendance.place_of(lambda stay: stay.delegation == delegation)
    if place is None or attendance[place].left is not None:
        return attendance
    newer = replace(attendance[place], **changes)
    return attendance.replaced(place, newer)
