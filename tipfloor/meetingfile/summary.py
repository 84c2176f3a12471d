"""A meeting file at a glance."""

from __future__ import annotations

from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile.fault import plain
from tipfloor.words import count, say
from tipfloor.words.joining import beside


def summary(plan: Plan) -> str:
    """Say in a few lines what a plan holds, for whoever has just checked the file."""
    meeting = plan.meeting
    counts = (
        count("faults.count_moments", len(plan.moments)),
        count("faults.count_sessions", len(plan.sessions)),
        count("faults.count_delegations", len(plan.delegations)),
    )
    lines = (
        meeting.title,
        say("faults.summary_place", place=meeting.place, zone=meeting.time_zone),
        say("faults.summary_days", days=beside(map(str, meeting.days))),
        beside(counts),
        say("faults.summary_limit", limit=_minutes(plan.rules.limit_seconds)),
    )
    return "\n".join(map(plain, lines))


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
