"""The limit that binds a remark: its own, that of a reply, of a joint statement, or a session's."""

from __future__ import annotations

from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting


def limit_of(meeting: Meeting, entry: Entry, session: str) -> int | None:
    """Return the limit in seconds that binds an entry if it takes the floor now.

    The chair, addresses and reports have none unless one is set (PRACTICE section 1).
    """
    rules = meeting.plan.rules
    if entry.limit_seconds is not None:
        return entry.limit_seconds
    if entry.kind == "reply":
        return _reply_limit(meeting, entry.delegation, session)
    if entry.kind in ("address", "report"):
        return None
    if entry.on_behalf_of and rules.joint_limit_seconds:
        return rules.joint_limit_seconds
    changed = meeting.limits.get(session, meeting.limits.get(""))
    planned = meeting.plan.session(session)
    own = planned.limit_seconds if planned else None
    return changed or own or rules.limit_seconds


def _reply_limit(meeting: Meeting, delegation: str, session: str) -> int:
    rules = meeting.plan.rules
    limits = rules.reply_limits_seconds or (rules.limit_seconds,)
    made = sum(
        remark.entry.kind == "reply" and remark.entry.delegation == delegation
        for remark in meeting.remarks_of(session)
    )
    return limits[min(made, len(limits) - 1)]
