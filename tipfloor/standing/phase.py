"""The phase of the floor as people see it: a word, a sign and a colour, never one alone."""

from __future__ import annotations

from textual.widget import Widget

from tipfloor.core.ground.instant import Phase
from tipfloor.desk.outlook import Outlook
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
        return _last(rules.warnings_at_seconds[place])
    if phase is Phase.OVER_TIME and rules.at_limit == "alert":
        return say("phases.over_time_alert")
    if phase is Phase.SUSPENDED and outlook.meeting.adjourned:
        return say("phases.adjourned")
    return say(f"phases.{phase}")


def signed(outlook: Outlook) -> str:
    """Return the sign and the word for the phase."""
    return f"{SIGNS[outlook.phase]} {word(outlook)}"


def colour_class(phase: Phase) -> str:
    """Return the class by which `phase.tcss` colours a phase."""
    return f"phase-{phase.replace('_', '-')}"


COLOUR_CLASSES = tuple(colour_class(phase) for phase in Phase)
"""Every class of a phase; a widget has at most one of them."""


def wear(widget: Widget, outlook: Outlook) -> None:
    """Colour a widget for the phase, styling it anew only where the colour is another."""
    worn = colour_class(outlook.colour)
    if not widget.has_class(worn):
        widget.remove_class(*COLOUR_CLASSES, update=False)
        widget.add_class(worn)


def _last(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes and not rest:
        return count("phases.warning_minutes", minutes)
    return say("phases.warning", number=seconds)
