"""Where records are: their names and folder, and opening one or beginning it."""

from __future__ import annotations

import os
from pathlib import Path

from tipfloor.archivefile import RECORD, is_archive, part_of
from tipfloor.clocks import Clock, SystemClock
from tipfloor.core.plan.plan import Plan
from tipfloor.proceedings import TELL, Proceedings, convening
from tipfloor.store import Store, StoreFault
from tipfloor.store.creating import create
from tipfloor.store.in_memory import InMemoryStore
from tipfloor.store.opening import check_header
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import speak_by_default
from tipfloor.words.slug import slug

VARIABLE = "TIPFLOOR_RECORD"
"""The environment variable that names the record where the command line does not."""


class NoRecord(Exception):
    """There is no record at that path, and nothing to begin one from."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def data_folder() -> Path:
    """Return the folder of this user's records."""
    import platformdirs  # for records that nobody names

    return platformdirs.user_data_path("tipfloor", appauthor=False)


def default_record(plan: Plan) -> Path:
    """Return the path of a meeting's record unless another is named: its title and first day."""
    day = plan.meeting.days[0].isoformat()
    return data_folder() / f"{slug(plan.meeting.short_title)}-{day}.sqlite"


def named_record(option: Path | None) -> Path | None:
    """Return the record that the command line or else the environment names, None without."""
    if option is not None:
        return option
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else None


def known_records() -> list[Path]:
    """Return the records in the user's data folder, by name."""
    return sorted(path for path in data_folder().glob("*.sqlite") if _is_record(path))


def open_record(
    path: Path,
    plan: Plan | None,
    *,
    read_only: bool = False,
    clock: Clock | None = None,
    by: str = TELL,
) -> Proceedings:
    """Open a record, or begin it with a plan; a record opened `read_only` is never begun.
    An archive is opened `read_only` alone. `by` is who tells acts to it.

    From then on everything is said in the meeting's first language, unless another was chosen.
    Where another process begins it at the same time, its record is the one that is opened.
    Raises NoRecord and StoreFault.
    """
    if not path.exists():
        if plan is None or read_only:
            raise NoRecord(path)
        create(path, convening(plan, clock or SystemClock(), by=by))
    store = store_to_read(path) if read_only else store_to_tell(path)
    proceedings = Proceedings(store, clock, by)
    speak_by_default(proceedings.meeting.plan.first_language)
    return proceedings


def store_to_read(path: Path) -> Store:
    """Open a record, or the one in an archive, without the right to write. Raises StoreFault."""
    if is_archive(path):
        return InMemoryStore(part_of(path, RECORD), path)
    return SqliteStore(path, read_only=True)


def store_to_tell(path: Path) -> Store:
    """Open a record to write to it, which no archive allows. Raises StoreFault."""
    if is_archive(path):
        raise StoreFault("archived", str(path))
    return SqliteStore(path)


def _is_record(path: Path) -> bool:
    try:
        check_header(path)
    except StoreFault:
        return False
    return True
