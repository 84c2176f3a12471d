"""Pressing keys without the pilot's waiting: a key counts as pressed once it was dealt with."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App
from textual.events import Key
from textual.message_pump import MessagePump

from tests.desk.screen_text import LONGEST_WAIT

NAMED = {" ": "space", "'": "apostrophe", ",": "comma", ".": "full_stop", "/": "slash"}
ROUNDS = 3
"""How often every queue is waited for: a key can close a question, which can ask another."""


async def press(app: App[Any], *keys: str) -> None:
    """Press keys one by one, each name as Textual has it or a single character."""
    for key in keys:
        app.post_message(_pressed(key))
        await settled(app)


async def burst(app: App[Any], *keys: str) -> None:
    """Press keys faster than the program can deal with any of them."""
    for key in keys:
        app.post_message(_pressed(key))
    await settled(app)


def _pressed(key: str) -> Key:
    character = key if len(key) == 1 else {"space": " "}.get(key)
    return Key(NAMED.get(key, key), character)


async def settled(app: App[Any], rounds: int = ROUNDS) -> None:
    """Wait until the app, its screen and what has the focus have worked off their messages.

    What is closed meanwhile has none left.
    """
    await _worked_off(app, app)
    for _ in range(rounds):
        await _worked_off(app, app.focused)
        await _worked_off(app, app.screen)
        await _worked_off(app, app)


async def _worked_off(app: App[Any], node: MessagePump | None) -> None:
    """Wait until a node has worked off what it had to when it was asked."""
    done = asyncio.Event()
    if node is None or not (app.is_running and node.call_later(done.set)):
        return
    async with asyncio.timeout(LONGEST_WAIT):
        while app.is_running and not (done.is_set() or node._closing):
            await asyncio.sleep(0)
