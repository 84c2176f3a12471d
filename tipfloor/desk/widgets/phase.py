"""The colour of a phase, worn by the widgets that show it beside its word and its sign."""

from __future__ import annotations

from textual.widget import Widget

from tipfloor.core.ground.instant import Phase
from tipfloor.standing.outlook import Outlook


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
