"""What can be wrong with a record or a file, in words: what, where, and what to do."""

from __future__ import annotations

import itertools
import os
import shlex
import sys
from pathlib import Path

from tipfloor.commands.addresses import bad_address
from tipfloor.commands.stopping import MISUSED, REFUSED, UNUSABLE, Stopped
from tipfloor.meetingfile import FaultsFound
from tipfloor.records import NoRecord, data_folder, known_records
from tipfloor.store import StoreFault
from tipfloor.store.address import Address, BadAddress
from tipfloor.store.leftovers import Leftover
from tipfloor.words import BrokenWords, has, say


def explained(error: Exception) -> Stopped | None:
    """Return how a known trouble ends a command, None for one that nobody expected."""
    if isinstance(error, StoreFault):
        return Stopped(fault_text(error), UNUSABLE)
    if isinstance(error, BadAddress):  # of the environment: argparse says it of an option
        return Stopped(bad_address(error), MISUSED)
    if isinstance(error, NoRecord):
        return Stopped(_no_record(error.path), UNUSABLE)
    if isinstance(error, FaultsFound):
        return Stopped(_faulty(error), REFUSED)
    if isinstance(error, BrokenWords):
        said = say("cli.words_broken", file=error.file, reason=error.reason)
        return Stopped(said, UNUSABLE)
    if type(error).__name__ == "NoMaterial":  # its module is loaded where one is raised alone
        from tipfloor.commands.materials import material_text

        return Stopped(material_text(error), REFUSED)
    if isinstance(error, OSError):
        return Stopped(_system(error), UNUSABLE)
    if isinstance(error, ImportError):
        return Stopped(say("cli.part_missing", part=error.name or str(error)), UNUSABLE)
    return None


def fault_text(fault: StoreFault) -> str:
    """Say what is wrong with a record and what can be done about it."""
    key = f"cli.fault_{fault.code}"
    facts: dict[str, object] = {"where": fault.where, "detail": fault.detail}
    if isinstance(fault, Leftover):
        facts["move"] = "\n".join(f"  {_move(file)}" for file in fault.files)
    return say(key if has(key) else "cli.fault_other", **facts)


def _move(file: Path) -> str:
    """Return the command that moves a file away, to where nothing is yet."""
    names = (f"{file}.leftover{number or ''}" for number in itertools.count())
    target = next(name for name in names if not os.path.lexists(name))
    if sys.platform == "win32":
        return f'move "{file}" "{target}"'
    return f"mv {shlex.quote(str(file))} {shlex.quote(target)}"


def records_known() -> str:
    """List the records of the user's data folder, or say that there is none."""
    folder = data_folder()
    found = known_records()
    if not found:
        return say("cli.no_records_known", folder=folder)
    return "\n".join([say("cli.records_known", folder=folder), *(f"  {path}" for path in found)])


def _no_record(record: Address) -> str:
    if isinstance(record, Path):
        return "\n".join([say("cli.no_record", path=record), records_known()])
    return say("cli.no_record", path=record)


def _faulty(found: FaultsFound) -> str:
    return "\n".join([*map(str, found.faults), say("cli.faulty_file"), records_known()])


def _system(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return say("cli.system", reason=reason)
    return say("cli.system_at", reason=reason, path=os.fsdecode(error.filename))
