"""Whether a plan can be held at all: what would make a meeting fail later, wherever it came from.

The meeting file is checked for more, with lines and hints; this holds for every plan that an act
puts in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import LISTS, MOST_ROWS, Plan
from tipfloor.core.plan.zones import zone_named

YEARS = range(1948, 2201)
"""The years in which a meeting is held, as its days are bounded."""


def refuse_unsound(plan: Plan) -> None:
    """Refuse a plan that no meeting could be held by; the refusal names what is at fault."""
    if zone_named(plan.meeting.time_zone) is None:
        raise Refused("plan_zone", Rule.THE_RECORD, given=plan.meeting.time_zone[:60])
    for table in ("moments", *LISTS):
        codes = [row.code for row in getattr(plan, table)]
        for code in codes:
            if codes.count(code) > 1:
                raise Refused("plan_twice", Rule.THE_RECORD, given=code)
        if len(codes) > MOST_ROWS[table]:
            raise Refused("table_full", Rule.THE_RECORD, number=MOST_ROWS[table])
    for given in _unknown(plan):
        raise Refused("plan_unknown", Rule.THE_RECORD, given=given)
    refuse_times(*_times(plan))


def refuse_times(*times: datetime | None) -> None:
    """Refuse a time of a year in which no meeting is held."""
    for time in times:
        if time and time.year not in YEARS:
            raise Refused("plan_time", Rule.THE_RECORD, given=str(time))


def _unknown(plan: Plan) -> Iterator[str]:
    """Give the moments and delegations that a plan names and does not have."""
    moments = [row.moment for row in plan.sessions]
    moments += [row.moment for row in plan.elections]
    moments += [row.moment for row in plan.documents]
    moments += [row.moment for row in plan.addresses if row.moment]
    yield from (moment for moment in moments if moment not in plan.moment_index)
    named = (plan.presiding.delegation, *(row.delegation for row in plan.addresses))
    yield from (code for code in named if code and plan.delegation(code) is None)


def _times(plan: Plan) -> list[datetime]:
    every = [time for row in plan.moments for time in (row.starts, row.ends)]
    every += [time for row in plan.sessions for time in (row.starts, row.ends)]
    return [time for time in every if time]
