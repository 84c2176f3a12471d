"""The phase of the floor as people see it: a word and a sign, beside the colour of each face."""

from __future__ import annotations

from tipfloor.core.ground.instant import Phase
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import count, say

SIGNS: dict[Phase, str] = {
    Phase.FREE: "○",
    Phase.CALLED: "►",
    Phase.SPEAKING: "●",
    Phase.WARNING: "▲",
    Phase.LAST_SECONDS: "◆",
    Phase.PAUSED: "║",
    Phase.OVER_TIME: "■",
    Phase.SUSPENDED: "▬",
    Phase.PLANNED: "▼",
    Phase.INTERLUDE: "≡",
    Phase.CLOSED: "\N{BOX DRAWINGS LIGHT DIAGONAL CROSS}",
}
"""One cell for each phase; no two have the same outline."""


def word(outlook: Outlook) -> str:
    """Return the word for the phase, with the figure of the meeting's own rules in a warning."""
    phase, rules = outlook.phase, outlook.meeting.plan.rules
    if phase in (Phase.WARNING, Phase.LAST_SECONDS):
        place = 0 if phase is Phase.WARNING else -1
        return warning_word(rules.warnings_at_seconds[place])
    if phase is Phase.OVER_TIME and rules.at_limit == "alert":
        return say("phases.over_time_alert")
    if phase is Phase.SUSPENDED and outlook.meeting.adjourned:
        return say("phases.adjourned")
    return say(f"phases.{phase}")


def signed(outlook: Outlook) -> str:
    """Return the sign and the word for the phase."""
    return f"{SIGNS[outlook.phase]} {word(outlook)}"


def phase_word(outlook: Outlook, width: int) -> Line:
    """Return the sign and the word of the phase, to be wrapped where they do not fit."""
    return Line.of(signed(outlook))


def warning_word(seconds: int) -> str:
    """Return the word for a warning at so many seconds before the limit."""
    minutes, rest = divmod(seconds, 60)
    if minutes and not rest:
        return count("phases.warning_minutes", minutes)
    return say("phases.warning", number=seconds)
