"""The colours of the phases in each theme.

They differ in lightness as well as in hue, for eyes that tell few colours apart. Without colours
the more urgent stands out by bold and reverse: what is most urgent is the brightest on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import NamedTuple

from textual.color import Color
from textual.style import Style

from tipfloor.core.ground.instant import Phase

Colours = Mapping[Phase, str]

TERMINAL = "ansi_default"
"""The terminal's own colour of letters, or of the ground below them."""

URGENT = (Phase.LAST_SECONDS, Phase.OVER_TIME)

DARK: Colours = {
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

LIGHT: Colours = {
    Phase.FREE: "#56626f",
    Phase.CALLED: "#16202b",
    Phase.SPEAKING: "#006b49",
    Phase.WARNING: "#8a5200",
    Phase.LAST_SECONDS: "#c4001a",
    Phase.OVER_TIME: "#c4001a",
    Phase.PAUSED: "#0b57a4",
    Phase.SUSPENDED: "#6a3db0",
    Phase.PLANNED: "#0a6175",
    Phase.INTERLUDE: "#553a9a",
    Phase.CLOSED: "#56626f",
}

FEW: Colours = {
    **dict.fromkeys(Phase, TERMINAL),
    Phase.SPEAKING: "ansi_green",
    Phase.WARNING: "ansi_yellow",
    Phase.LAST_SECONDS: "ansi_bright_yellow",
    Phase.OVER_TIME: "ansi_bright_white",
    Phase.PAUSED: "ansi_cyan",
    Phase.SUSPENDED: "ansi_magenta",
    Phase.PLANNED: "ansi_cyan",
    Phase.INTERLUDE: "ansi_magenta",
}
"""For a dark terminal of eight or sixteen colours."""

FEW_ON_LIGHT: Colours = {
    **FEW,
    Phase.WARNING: "ansi_magenta",
    Phase.LAST_SECONDS: "ansi_red",
    Phase.OVER_TIME: TERMINAL,
    Phase.SUSPENDED: "ansi_blue",
    Phase.INTERLUDE: "ansi_blue",
}
"""For a light one, on which what is darkest stands out most."""


class Worn(NamedTuple):
    """How digits look in a phase, and a band."""

    digits: Style
    band: Style


def _filled(colours: Colours, ink: str, over_time: str) -> Mapping[Phase, Worn]:
    """Return a theme whose bands have the colour of their phase as ground."""

    def worn(phase: Phase) -> Worn:
        is_over = phase is Phase.OVER_TIME
        ground = Color.parse(over_time if is_over else colours[phase])
        text = Color.parse("#ffffff" if is_over else ink)
        band = Style(background=ground, foreground=text, bold=True)
        return Worn(Style(foreground=Color.parse(colours[phase])), band)

    return {phase: worn(phase) for phase in Phase}


def _reversed_out(colours: Colours, bands: Collection[Phase]) -> Mapping[Phase, Worn]:
    """Return a theme in colours of the terminal, in which bands are reversed in place of filled."""

    def worn(phase: Phase) -> Worn:
        colour, is_urgent = Color.parse(colours[phase]), phase in URGENT
        bold = True if is_urgent or phase is Phase.WARNING else None
        digits = Style(foreground=colour, bold=bold, reverse=is_urgent or None)
        return Worn(digits, Style(foreground=colour, bold=True, reverse=phase in bands or None))

    return {phase: worn(phase) for phase in Phase}


_WORN: dict[str, Callable[[], Mapping[Phase, Worn]]] = {
    "tipfloor-dark": lambda: _filled(DARK, "#0b0f14", "#c4001a"),
    "tipfloor-light": lambda: _filled(LIGHT, "#ffffff", "#8f0013"),
    "tipfloor-few-dark": lambda: _reversed_out(FEW, tuple(Phase)),
    "tipfloor-few-light": lambda: _reversed_out(FEW_ON_LIGHT, tuple(Phase)),
    "tipfloor-plain": lambda: _reversed_out(dict.fromkeys(Phase, TERMINAL), URGENT),
}
"""Each theme; without colours the bands of urgent phases alone are reversed."""


@cache
def worn_in(theme: str) -> Mapping[Phase, Worn]:
    """Return each phase in a theme."""
    return _WORN[theme]()
