"""Loads in idle moments what the desk did not need to start, before a key first asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from importlib import import_module

import tipfloor.desk.screens
from tipfloor.core.rooms import ACTS, EVENTS
from tipfloor.desk.deeds.registry import DEEDS
from tipfloor.proceedings.garbage import resume
from tipfloor.proceedings.live import LiveProceedings

FIRST = 0.5
"""Seconds after the start, in which a desk that was opened in haste has its first key."""

BETWEEN = 0.02
"""Seconds between two modules, in which keys and the clock have their turn."""


async def load_the_rest(proceedings: LiveProceedings) -> None:
    """Load the record, every room of acts, events and deeds and every screen, one at a time."""
    await asyncio.sleep(FIRST)
    resume()
    proceedings.read_whole()
    for name in dict.fromkeys((*EVENTS.rooms(), *ACTS.rooms(), *_screens(), *DEEDS.rooms())):
        import_module(name)
        await asyncio.sleep(BETWEEN)


def _screens() -> Iterator[str]:
    from pkgutil import iter_modules  # nor did the desk need this

    for module in iter_modules(tipfloor.desk.screens.__path__, "tipfloor.desk.screens."):
        yield module.name
