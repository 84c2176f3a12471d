"""When garbage is searched for: not while a record is read, nor among what stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_settled = False
"""Whether what was made so far stays: asking how much does would walk it all at each opening."""


@contextmanager
def without_collections() -> Iterator[None]:
    """Search for no garbage meanwhile, nor in what was made: it is much, and it stays.

    Frozen and let go again it counts as old, unless what was made before is to stay frozen.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not _settled:
            gc.freeze()
            gc.unfreeze()
        if on:
            gc.enable()


def settle() -> None:
    """Let all that was made so far stay: no later search walks it, and holds up a key."""
    global _settled
    _settled = True
    gc.freeze()


def postpone() -> None:
    """Search for no garbage until `resume`: a start makes much that stays, and hardly any."""
    gc.disable()


def resume() -> None:
    """Search again from now on; where things were settled, all that was made by now stays too."""
    stay()
    gc.enable()


def stay() -> None:
    """Let all that was made by now stay too, where things were settled: a record read since."""
    if _settled:
        gc.freeze()
