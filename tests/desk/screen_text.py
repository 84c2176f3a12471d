"""What a person reads on a screen, and waiting for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot

LONGEST_WAIT = 60.0
"""Seconds after which a condition is taken never to come true."""


BETWEEN = 0.005
"""Seconds between two looks at a condition, in which the app works."""


def screen_text(app: App[Any]) -> str:
    """Return the screen as plain text, line by line, without the blanks at their ends."""
    visible_screen_stack.set(app._background_screens)  # else what lies below a question is blank
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def wait_until(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Let the app work until a condition holds, and with what it has to do then to its end."""
    app, deadline = pilot.app, monotonic() + LONGEST_WAIT
    if condition():
        return
    while not condition():
        assert app._exception is None
        assert monotonic() < deadline, f"never came true; the screen:\n{screen_text(app)}"
        await asyncio.sleep(BETWEEN)
    if app.is_running:
        await pilot.pause(0)


async def wait_for_text(pilot: Pilot[Any], *texts: str) -> str:
    """Let the app work until all these texts are on its screen, and return the screen."""
    await wait_until(pilot, lambda: all(text in screen_text(pilot.app) for text in texts))
    return screen_text(pilot.app)
