"""How screens look: dark or light, and in a terminal of few colours or of none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import BUILTIN_THEMES, Theme

from tipfloor.desk.style_sheet import ReadOnce

Told = TypeVar("Told")

Ground: TypeAlias = Literal["dark", "light"]
"""What letters stand on."""

TURN = 0.0005
"""Seconds for which a thread that has work waits for its turn: with Python's own 0.005 the threads
that save and that write to the terminal would hold up what a key is waited for."""

MANY = 256
"""Colours from which a terminal shows those of a theme; with fewer it shows its own."""


class Look(NamedTuple):
    """The ground that was chosen, and how many colours the terminal has."""

    ground: Ground = "dark"
    colours: int = MANY

    @property
    def theme(self) -> str:
        """The name of the theme."""
        if self.colours >= MANY:
            return f"tipfloor-{self.ground}"
        return f"tipfloor-few-{self.ground}" if self.colours > 0 else "tipfloor-plain"

    @property
    def other(self) -> Look:
        """The same on the other ground."""
        return self._replace(ground="light" if self.ground == "dark" else "dark")


class Uncoloured(LineFilter):
    """Takes every colour away; what has a ground of its own is reversed in its place."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without a colour."""
        return [Segment(text, _uncoloured(style), control) for text, style, control in segments]


def _uncoloured(style: Style | None) -> Style | None:
    if style is None:
        return None
    ground = style.bgcolor
    has_ground = ground is not None and not ground.is_default
    return style.without_color + Style(reverse=True) if has_ground else style.without_color


_ON_TERMINAL = {
    "keeper-ground": "ansi_default",
    "keeper-ink": "ansi_default",
    "keeper-quiet": "ansi_default",
    "keeper-alert": "ansi_default",
    "alarm": "ansi_red",
    "on-alarm": "ansi_bright_white",
    "on-warning": "ansi_black",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
}


def _of_terminal(name: str, ground: Ground) -> Theme:
    """Return a theme of the terminal's own colours."""
    base = BUILTIN_THEMES[f"ansi-{ground}"]
    return replace(base, name=name, variables={**base.variables, **_ON_TERMINAL})


THEMES = (
    Theme(
        name="tipfloor-dark",
        primary="#0178d4",
        secondary="#004578",
        accent="#ffa62b",
        warning="#ffa62b",
        error="#ba3c5b",
        success="#4ebf71",
        foreground="#e0e0e0",
        variables={
            "keeper-ground": "#0b0f14",
            "keeper-ink": "#e6edf3",
            "keeper-quiet": "#b8c4d0",
            "keeper-alert": "#ffc93c",
            "alarm": "#c4001a",
            "on-alarm": "#ffffff",
            "on-warning": "auto 87%",
        },
    ),
    Theme(
        name="tipfloor-light",
        dark=False,
        primary="#0b57a4",
        secondary="#0178d4",
        accent="#8a4a00",
        warning="#8a5200",
        error="#b3002d",
        success="#00693e",
        foreground="#16202b",
        background="#f7f8f9",
        surface="#eceff2",
        panel="#dfe5ea",
        variables={
            "keeper-ground": "#fcfdfd",
            "keeper-ink": "#16202b",
            "keeper-quiet": "#47525e",
            "keeper-alert": "#8a5200",
            "alarm": "#b30018",
            "on-alarm": "#ffffff",
            "on-warning": "auto 87%",
        },
    ),
    _of_terminal("tipfloor-few-dark", "dark"),
    _of_terminal("tipfloor-few-light", "light"),
    _of_terminal("tipfloor-plain", "dark"),
)
"""Every theme of both programs; only these have the variables that their style sheets ask for."""


class ThemedApp(App[None]):
    """A program with a whole screen, in one of the themes."""

    _variables: dict[str, dict[str, str]] | None = None
    """Those of each theme by its name, which take long to make; None before there is a theme."""

    def __init__(self, look: Look = Look()) -> None:  # noqa: B008 - a frozen value
        super().__init__()
        self._variables = {}
        sys.setswitchinterval(TURN)
        # What there is to say stands in a part of its own: two fewer on every screen.
        self._disable_notifications = self._disable_tooltips = True
        self.look = look
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = look.theme
        self.stylesheet = ReadOnce(variables=self.get_css_variables())

    @property
    def fell(self) -> Exception | None:
        """What it met that it did not expect and ended by, None while all is well."""
        return self._exception

    def _fatal_error(self) -> None:
        """End at once, for whoever runs it to say why: no traceback reaches a terminal.

        That of Textual shows every value on its way, which of a whole meeting takes a minute.
        """
        self._close_messages_no_wait()

    def get_css_variables(self) -> dict[str, str]:
        """Return what style sheets know of the theme by name."""
        if self._variables is None:
            return {}
        if self.theme not in self._variables:
            self._variables[self.theme] = super().get_css_variables()
        self.theme_variables = self._variables[self.theme]
        return {**self.theme_variables}

    def turn(self) -> bool:
        """Change between light and dark; False where the terminal has no colours."""
        self.look = self.look.other
        self.theme = self.look.theme
        return self.look.colours > 0

    def while_shown(self, told: Callable[[Told], object]) -> Callable[[Told], None]:
        """Return what passes on what it is told, and nothing once the screens are taken apart.

        What works beside them may be done only then, and would look for widgets that are gone.
        """

        def passed(what: Told) -> None:
            if self.is_running:
                told(what)

        return passed

    def redraw(self) -> None:
        """Draw the whole screen anew: something else may have written over it."""
        if self.is_running and self.screen_stack:
            self.screen.refresh(repaint=True, layout=True)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what colours pass through: Textual's own greys are not asked for."""
        usual = (
            item
            for item in super().get_line_filters()
            if not isinstance(item, (Monochrome, NoColor))
        )
        return [*usual] if self.look.colours > 0 else [Uncoloured()]
