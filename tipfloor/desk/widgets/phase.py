"""The colour of a phase, worn by the widgets that show it beside its word and its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.color import Color
from textual.style import Style

from tipfloor.core.ground.instant import Phase
from tipfloor.desk.phase_colours import worn_in
from tipfloor.desk.widgets.surface import Surface
from tipfloor.standing.outlook import Outlook

if TYPE_CHECKING:
    from tipfloor.desk.themes import ThemedApp


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
        return style + self._worn_style(self.worn) if self.worn else style

    def _worn_style(self, phase: Phase) -> Style:
        worn = worn_in(cast("ThemedApp", self.app).look.theme)[phase]
        return worn.band if self.is_band else worn.digits

    @property
    def background_colors(self) -> tuple[Color, Color]:
        """The grounds of the parent and of the widget, of which a band has that of its phase."""
        below, own = super().background_colors
        worn = self.base.background if self.is_band and self.worn else None
        return below, worn or own
