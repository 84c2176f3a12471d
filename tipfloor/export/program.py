"""Which program makes a file: its version, and a digest of all of which its files depend."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from io import FileIO
from pathlib import Path

import tipfloor
from tipfloor.forms import FORMS

ABOVE = ("archiving", "commands", "desk", "hall", "rehearsal")
"""Folders on whose sources no file depends: nothing of what writes files imports them."""

DIGITS = 12
"""Of the digest: enough that no two programs have the same."""


@cache
def program() -> str:
    """Return a name such as "0.1.0+3f9a0c1d2e4b": of the same name, the same record makes the same.

    The version alone does not say so, while a program is between two versions.
    """
    digest = sha256()
    for part in (*map(_version, _writers()), *_sources()):
        digest.update(part)
    return f"{tipfloor.__version__}+{digest.hexdigest()[:DIGITS]}"


def _writers() -> Iterator[str]:
    return (package for form in FORMS.values() for package in form.writers)


def _version(package: str) -> bytes:
    try:
        return f"{package} {version(package)}\n".encode()
    except PackageNotFoundError:
        return f"{package}\n".encode()


def _sources() -> Iterator[bytes]:
    root = str(Path(tipfloor.__file__).parent)
    for path in sorted(_paths(root)):
        yield f"{path[len(root) + 1 :].replace(os.sep, '/')}\n".encode()
        with FileIO(path) as source:
            yield source.readall()


def _paths(root: str) -> Iterator[str]:
    """Give the paths of the sources, in half the time of a search by pattern: each export asks."""
    for folder, folders, names in os.walk(root):
        if folder == root:
            folders[:] = [name for name in folders if name not in ABOVE]
        yield from (f"{folder}{os.sep}{name}" for name in names if name.endswith((".py", ".toml")))
