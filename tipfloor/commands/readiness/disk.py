"""The disk of a record: whether it can be written, its room, its speed, and that it is no share."""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import tempfile
from pathlib import Path

from tipfloor.commands.readiness.finding import Finding, bad, good, note
from tipfloor.stopwatch import stopwatch

MEGABYTE = 1_000_000
NEEDED, ENOUGH = 100 * MEGABYTE, 1_000 * MEGABYTE
"""Bytes of room below which a meeting may not fit, and above which nobody has to think of it."""

SLOW = 200
"""Milliseconds of a synced write from which the desk shows an act as pending."""

TRIES = 5

MOUNTS = Path("/proc/self/mounts")
"""Where Linux lists what is mounted."""

SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs"}
"""Kinds of file system of other machines, on which SQLite's log has no memory that is shared."""


def look(folder: Path) -> list[Finding]:
    """Return what there is to say of the disk on which a folder is, or is to be made."""
    there = _nearest(folder.absolute())
    facts = {"folder": folder}
    try:
        wait = _synced_write(there)
        room = shutil.disk_usage(there).free
    except OSError as error:
        return [bad("disk_unwritable", reason=error.strerror or str(error), **facts)]
    found = [of_room(folder, room, wait)]
    share = kind_of(there, _mounts())
    if share in SHARES:
        found.append(bad("disk_share", kind=share, **facts))
    return found


def of_room(folder: Path, room: int, wait: float) -> Finding:
    """Return what so many bytes of room, and milliseconds of a write, mean for a meeting."""
    facts = {
        "folder": folder,
        "room": f"{room // MEGABYTE:,}".replace(",", " "),
        "wait": round(wait, 1),
    }
    if room < NEEDED:
        return bad("disk_full", **facts)
    if room < ENOUGH:
        return note("disk_little", **facts)
    return note("disk_slow", **facts) if wait > SLOW else good("disk", **facts)


def kind_of(folder: Path, mounts: str) -> str:
    """Return the kind of file system that a folder is on, by a list of mounts; empty unknown."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, place, found, *_ = [*line.split(" "), "", "", ""]
        root = Path(place.replace("\\040", " ") or "/")
        if len(root.parts) >= best and folder.is_relative_to(root):
            best, kind = len(root.parts), found
    return kind


def _mounts() -> str:
    with contextlib.suppress(OSError):
        return MOUNTS.read_text(encoding="utf-8", errors="replace")
    return ""


def _nearest(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def _synced_write(folder: Path) -> float:
    """Return the milliseconds that a small write takes until it is on disk, the median of a few."""
    took = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(TRIES):
            began = stopwatch()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            took.append((stopwatch() - began) * 1000)
    return statistics.median(took)
