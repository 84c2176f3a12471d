"""Writing a file that a command was asked for: whole, and over nothing unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tipfloor.commands.stopping import REFUSED, Stopped
from tipfloor.commands.streams import warn
from tipfloor.words import say

if TYPE_CHECKING:
    from tipfloor.export import Snapshot


def refuse_existing(target: Path, *, overwrite: bool) -> None:
    """Refuse a file that is there already unless it may be replaced. Raises Stopped."""
    if target.exists() and not overwrite:
        raise Stopped(say("cli.export_exists", path=target), REFUSED)


def write_file(target: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file whole. Raises Stopped for what stands in its way, and OSError of the disk."""
    from tipfloor.export import InTheWay, write

    try:
        write(target, data, overwrite=overwrite)
    except FileExistsError:
        raise Stopped(say("cli.export_exists", path=target), REFUSED) from None
    except InTheWay as error:
        sentence = say("cli.export_refused", path=target, reason=error.strerror)
        raise Stopped(sentence, REFUSED) from None


def warn_of_remarks(snapshot: Snapshot) -> None:
    """Say that a PDF has not all remarks of a long record, as it says itself."""
    from tipfloor.export.pdf import left_out

    if told := left_out(snapshot):
        warn(told)


def warn_of_letters(data: bytes) -> None:
    """Say that a PDF has boxes for letters, where no font had them."""
    from tipfloor.export.pdf import lacks_letters

    if lacks_letters(data):
        warn(say("cli.letters_lacking"))
