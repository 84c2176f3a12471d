"""The colour of a phase, worn by the widgets that show it beside its word and its sign."""

from __future__ import annotations

from textual.color import Color
from textual.style import Style

from tipfloor.core.ground.instant import Phase
from tipfloor.desk.widgets.surface import Surface
from tipfloor.standing.outlook import Outlook

COLOURS: dict[Phase, str] = {
    Phase.FREE: "#9fadbb",
    Phase.CALLED: "#eef3f8",
    Phase.SPEAKING: "#2fd6a3",
    Phase.WARNING: "#ffc93c",
    Phase.LAST_SECONDS: "#ff6152",
    Phase.OVER_TIME: "#ff6152",
    Phase.PAUSED: "#7cc4ff",
    Phase.SUSPENDED: "#c8adff",
    Phase.PLANNED: "#a5e3f5",
    Phase.INTERLUDE: "#d9c9ff",
    Phase.CLOSED: "#9fadbb",
}
"""Chosen to differ in lightness as well as in hue, for eyes that tell few colours apart."""

ON_BAND, ON_RED, RED = "#0b0f14", "#ffffff", "#c4001a"
"""The text on a band of such a colour, and the two colours of a band in over-time."""


class WearsPhase(Surface):
    """A part in the colour of a phase, which changes without styling anything anew."""

    is_band = False
    """Whether the colour is that of the ground, or that of the text."""

    worn: Phase | None = None

    def wear(self, outlook: Outlook) -> bool:
        """Take the colour of an outlook; tell whether it is another."""
        before, self.worn = self.worn, outlook.colour
        return before is not self.worn

    @property
    def base(self) -> Style:
        """The style of the widget with the colour of the phase."""
        style = super().base
        return style + _style(self.worn, is_band=self.is_band) if self.worn else style

    @property
    def background_colors(self) -> tuple[Color, Color]:
        """The grounds of the parent and of the widget, of which a band has that of its phase."""
        below, own = super().background_colors
        worn = self.base.background if self.is_band and self.worn else None
        return below, worn or own


def _style(phase: Phase, *, is_band: bool) -> Style:
    if not is_band:
        return Style(foreground=Color.parse(COLOURS[phase]))
    is_red = phase is Phase.OVER_TIME
    text, band = (ON_RED, RED) if is_red else (ON_BAND, COLOURS[phase])
    return Style(background=Color.parse(band), foreground=Color.parse(text), bold=True)
