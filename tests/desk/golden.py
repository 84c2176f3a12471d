"""Screens kept as text: what a person reads must stay as it was looked at and found good."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork

FOLDER = Path(__file__).parent / "goldens"
WRITE = "TIPFLOOR_WRITE_GOLDENS"


def check_golden(name: str, screen: str) -> None:
    """Compare a screen with the kept one; with TIPFLOOR_WRITE_GOLDENS=1 keep this one instead."""
    kept = FOLDER / f"{name}.txt"
    if os.environ.get(WRITE):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(screen + "\n", encoding="utf-8")
    assert screen + "\n" == kept.read_text(encoding="utf-8"), f"{WRITE}=1 keeps the new one"


async def check_painted(name: str, desk: DeskAtWork, patience: float) -> None:
    """Compare a desk's screen with the kept one, waiting some seconds until all is painted."""
    file = FOLDER / f"{name}.txt"
    if WRITE in os.environ:
        await desk.pilot.pause(0.5)
    else:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await desk.until(lambda: desk.screen + "\n" == file.read_text(encoding="utf-8"))
    check_golden(name, desk.screen)
