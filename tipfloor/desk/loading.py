"""Loads in idle moments what the desk did not need to start, before a key first asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from importlib import import_module

import tipfloor.desk.screens
import tipfloor.desk.widgets
import tipfloor.standing.chair
import tipfloor.standing.sections
from tipfloor.core.rooms import ACTS, EVENTS
from tipfloor.desk.deeds.registry import DEEDS
from tipfloor.proceedings.garbage import resume
from tipfloor.proceedings.live import LiveProceedings

SHOWN = (
    tipfloor.desk.screens,
    tipfloor.desk.widgets,
    tipfloor.standing.chair,
    tipfloor.standing.sections,
)

NEXT = "tipfloor.desk.noticing"
"""What the first act needs that is saved."""

FIRST = 0.5
"""Seconds after the start, in which a desk that was opened in haste has its first key."""

BETWEEN = 0.02
"""Seconds between two modules, in which keys and the clock have their turn."""


async def load_the_rest(proceedings: LiveProceedings) -> None:
    """Load the record, every room of acts, events and deeds and all that shows, one at a time."""
    await asyncio.sleep(FIRST)
    resume()
    proceedings.read_whole()
    rooms = (NEXT, *EVENTS.rooms(), *ACTS.rooms(), *_shown(), *DEEDS.rooms())
    for name in dict.fromkeys(rooms):
        import_module(name)
        await asyncio.sleep(BETWEEN)


def _shown() -> Iterator[str]:
    """Give the modules of what a desk can show, in any moment."""
    from pkgutil import iter_modules  # nor did the desk need this

    for folder in SHOWN:
        for module in iter_modules(folder.__path__, f"{folder.__name__}."):
            yield module.name
