"""Where the files lie that a meeting file names beside itself, and what is wrong with one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from tipfloor.store.address import Address
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain


def folders_of(arguments: Namespace, record: Address) -> tuple[Path, ...]:
    """Return the folders of the meeting file and of a record that is a file, each once."""
    paths = [arguments.meeting, *([record] if isinstance(record, Path) else [])]
    return tuple(dict.fromkeys(path.resolve().parent for path in paths))


def material_text(error: Any) -> str:
    """Say what is wrong with a logo or a template, and what to do about it."""
    if error.code in ("missing", "no_picture", "no_template"):
        folders = beside(plain(str(folder)) for folder in error.folders)
        return say(f"cli.material_{error.code}", name=plain(error.name), folders=folders)
    reason = say(f"faults.file_{error.code}", **error.facts)
    return say("cli.material_unusable", name=plain(error.name), reason=reason)
