"""Chromium as the hall's screens have it, and what is seen in it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if CHROMIUM is None:
    pytest.skip("chromium is not installed: pages are not tried", allow_module_level=True)

SOON = 30.0
"""Seconds after which a page is taken never to show what it should, on a busy machine too."""

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
"""What lets a program see another time of day than the machine's, where it is installed."""


def chromium(playwright: Any, *more: str) -> Any:
    """Start a browser."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])


def chromium_off_by(playwright: Any, seconds: int) -> Any:
    """Start a browser whose pages live in processes with another time of day."""
    how = {
        "LD_PRELOAD": str(FAKETIME),
        "FAKETIME": f"{seconds:+d}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        # Else waits for a steady clock end late by seconds, and pages stand still.
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",
    }
    told = " ".join(f"{name}={value}" for name, value in how.items())
    return chromium(playwright, "--no-zygote", f"--renderer-cmd-prefix=env {told}")


@contextmanager
def window(browser: Any, *, script: str = "", **how: Any) -> Iterator[Any]:
    """Open a window of its own profile; it fails on whatever a page complains of."""
    how.setdefault("viewport", {"width": 1280, "height": 720})
    context = browser.new_context(**how)
    if script:
        context.add_init_script(script)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "console", lambda told: wrong.append(told.text) if "Content Security" in told.text else None
    )
    context.on("dialog", lambda dialog: wrong.append(dialog.message))
    try:
        yield context
    finally:
        with suppress(Exception):
            context.close()
    assert wrong == []


def opened(context: Any, port: int, path: str) -> Any:
    """Open a page and wait until it shows the state."""
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}{path}")
    shows(page, "document.documentElement.getAttribute('data-phase') !== null")
    return page


def shows(page: Any, holds: str, within: float = SOON) -> float:
    """Wait until an expression holds in a page, and return how long that took."""
    began = time.monotonic()
    while not page.evaluate(holds):
        assert time.monotonic() - began < within, holds
        page.wait_for_timeout(20)
    return time.monotonic() - began


def text(page: Any, name: str) -> str:
    """Return the text of an element by its id."""
    return str(page.evaluate(f"document.getElementById('{name}').textContent"))


def until_so(holds: Callable[[], Any], page: Any) -> None:
    """Wait until something holds while a page goes on."""
    end = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < end
        page.wait_for_timeout(20)
