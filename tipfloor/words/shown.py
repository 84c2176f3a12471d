"""A meeting as it is shown: what was given in several languages, in the one that is spoken."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.spoken import spoken
from tipfloor.words import language

_kept: deque[tuple[Meeting, str, Meeting]] = deque(maxlen=4)
"""The last meetings that were asked for: each is looked at many times before the next comes."""


def present_texts(plan: Plan, former: str, present: str) -> Mapping[str, str]:
    """Return what the meeting's texts and names in one language are in another."""
    before, after = (plan.spoken_in(each).said for each in (former, present))
    first = {told: text for text, told in before.items()} or {text: text for text in after}
    return {told: after.get(text, text) for told, text in first.items()}


def shown(meeting: Meeting) -> Meeting:
    """Return a meeting with its texts and names in the language that is spoken at present."""
    if meeting.plan.meeting.language == language():
        return meeting
    for known, spoken_in, told in _kept:
        if known is meeting and spoken_in == language():
            return told
    told = spoken(meeting, language())
    _kept.append((meeting, language(), told))
    return told
