"""Signals to the desk: it is told to end, its terminal is gone, it was stopped and goes on."""

from __future__ import annotations

import asyncio
import contextlib
import select
import signal
import sys
from collections.abc import Callable
from threading import Thread
from typing import Any

CLEAN = "\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
"""What makes a terminal show a whole screen, without a cursor, and tell of mouse and pastes."""


def ending(end: Callable[[], object]) -> None:
    """Let the program end in order when it is told to end, or its terminal goes."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError):
                loop.add_signal_handler(number, end)
    if sys.platform != "win32" and sys.__stdin__ and sys.__stdin__.isatty():
        _end_with_terminal(sys.__stdin__.fileno(), loop, end)


def _end_with_terminal(
    terminal: int, loop: asyncio.AbstractEventLoop, end: Callable[[], object]
) -> None:
    """Let the program end once its terminal is gone, where no signal tells of that.

    Its keyboard would be read on and on, which takes all of a core.
    """
    poll = select.poll()
    poll.register(terminal, 0)  # what is asked for is told beside: that it hung up

    def wait() -> None:
        poll.poll()
        with contextlib.suppress(RuntimeError):  # the program has ended by itself
            loop.call_soon_threadsafe(end)

    Thread(target=wait, name="terminal", daemon=True).start()


def going_on(redraw: Callable[[], object], write: Callable[[str], object]) -> None:
    """Let the program go on after it was stopped as it was: the same keyboard, drawn anew.

    Textual begins with the terminal once more at every SIGCONT. Where it had not let go of it,
    as by SIGSTOP, two would read the keys, and the terminal would never be itself again.
    """
    if sys.platform == "win32":
        return
    import termios

    to_stop, to_go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(to_stop) or not callable(to_go_on):
        return
    terminal, loop = sys.__stdin__, asyncio.get_running_loop()
    with contextlib.suppress(termios.error, AttributeError, ValueError, OSError):
        mode = termios.tcgetattr(terminal)  # type: ignore[arg-type]
        let_go: list[bool] = []

        def stop(number: int, frame: Any) -> None:
            let_go.append(True)
            to_stop(number, frame)

        def go_on(number: int, frame: Any) -> None:
            if let_go:
                let_go.clear()
                to_go_on(number, frame)
                return
            with contextlib.suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, mode)  # type: ignore[arg-type]
            loop.call_soon_threadsafe(write, CLEAN)
            loop.call_soon_threadsafe(redraw)

        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, go_on)
