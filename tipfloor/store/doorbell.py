"""The doorbell of a record: it rings when a file beside it is written, moved or deleted.

SQLite writes the log while a commit is still on its way to the disk, and shows it to others in
shared memory, which nothing tells of. So whoever wrote touches that file once the commit is done.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

Ring = Callable[[], None]
Unhook = Callable[[], None]


def pull(path: Path) -> None:
    """Ring at whoever has a bell on a record: what was written can be read."""
    with contextlib.suppress(OSError):  # there is none behind a log, or it is another user's
        os.utime(_shared(path))


def _shared(path: Path) -> Path:
    return path.with_name(f"{path.name}-shm")


def hung(path: Path, ring: Ring) -> Unhook | None:
    """Have `ring` called, on a thread of its own, whenever somebody may have written to a record.

    It rings while a commit is still on its way to the disk, and for one's own as well. Returns
    what takes the bell away, or None where the system has none.
    """
    if sys.platform != "linux":
        return None
    # Only what has a screen listens; every other command starts without it.
    from inotify_simple import INotify, flags

    signs = flags.MODIFY | flags.MOVED_FROM | flags.MOVED_TO | flags.CREATE | flags.DELETE
    signs |= flags.ATTRIB
    try:
        bell = INotify()
    except OSError:  # as many as the system allows
        return None
    try:
        watch = bell.add_watch(path.parent, signs)
    except OSError:
        bell.close()
        return None
    names = {path.name, f"{path.name}-wal", _shared(path).name}

    def listen() -> None:
        with contextlib.closing(bell):
            while True:
                for event in bell.read():
                    if event.mask & flags.IGNORED:
                        return
                    if event.name in names or event.mask & flags.Q_OVERFLOW:
                        ring()

    def unhook() -> None:
        with contextlib.suppress(OSError, ValueError):  # the folder went, and the watch with it
            bell.rm_watch(watch)

    from threading import Thread  # for who stays

    Thread(target=listen, name="doorbell", daemon=True).start()
    return unhook
