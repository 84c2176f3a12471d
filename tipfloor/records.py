"""Where records are: their names and folder, and opening one or beginning it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tipfloor import __version__
from tipfloor.archivefile import RECORD, is_archive, part_of
from tipfloor.clocks import Clock, SystemClock
from tipfloor.core.plan.plan import Plan
from tipfloor.proceedings import TELL, Proceedings, convening
from tipfloor.proceedings.convened import on_line
from tipfloor.proceedings.view import View, milliseconds
from tipfloor.store import Store, StoreFault, TimeLine, Unsealed
from tipfloor.store.address import Address, Database, read_address
from tipfloor.store.opening import check_header
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import speak_by_default
from tipfloor.words.slug import slug

if TYPE_CHECKING:
    from tipfloor.store.postgres.clock import Machine

VARIABLE = "TIPFLOOR_RECORD"
"""The environment variable that names the record where the command line does not."""


ABSENT = ("no_such_record", "no_schema")
"""What a database says of a record that was never begun in it."""


class NoRecord(Exception):
    """There is no record at that address, and nothing to begin one from."""

    def __init__(self, address: Address) -> None:
        super().__init__(str(address))
        self.path = address


def data_folder() -> Path:
    """Return the folder of this user's records."""
    import platformdirs  # for records that nobody names

    return platformdirs.user_data_path("tipfloor", appauthor=False)


def default_record(plan: Plan) -> Path:
    """Return the path of a meeting's record unless another is named: its title and first day."""
    return data_folder() / f"{name_of(plan)}.sqlite"


def name_of(plan: Plan) -> str:
    """Return what a meeting's record is called where nobody named it."""
    return f"{slug(plan.meeting.short_title)}-{plan.meeting.days[0].isoformat()}"


def named_record(option: Address | None) -> Address | None:
    """Return the record that the command line or else the environment names, None without.

    Raises BadAddress.
    """
    if option is not None:
        return option
    named = os.environ.get(VARIABLE)
    address = read_address(named) if named else None
    return address.expanduser() if isinstance(address, Path) else address


def meant(address: Address, plan: Callable[[], Plan | None]) -> Address:
    """Return the address of one record: in a database that of the meeting meant, or the only one.

    The meeting file is read only where a database's record has no name. Raises StoreFault.
    """
    if isinstance(address, Path) or address.record:
        return address
    found = plan()
    if found is not None:
        return address.named(name_of(found))
    names = names_in(address)
    if len(names) != 1:
        raise StoreFault("which_record", str(address), ", ".join(names))
    return address.named(names[0])


def names_in(database: Database) -> list[str]:
    """Return the names of the records in a database. Raises StoreFault."""
    need_driver(database)
    from tipfloor.store.postgres import beginning

    return beginning.names_in(database)


def present_at(database: Database) -> set[str]:
    """Return the names of those who are connected to a database. Raises StoreFault."""
    need_driver(database)
    from tipfloor.store.postgres import beginning

    return beginning.present_at(database)


def is_there(address: Address) -> bool:
    """Tell whether a record, or any file, is at an address. Raises StoreFault."""
    if isinstance(address, Path):
        return address.exists()
    return address.record in names_in(address)


def refuse_absent(address: Address) -> None:
    """Raise NoRecord where a file is not there; of a database its opening tells that."""
    if isinstance(address, Path) and not address.exists():
        raise NoRecord(address)


def known_records(folder: Path | None = None) -> list[Path]:
    """Return the records in a folder, without one the user's own, by name."""
    found = (folder or data_folder()).glob("*.sqlite")
    return sorted(path for path in found if _is_record(path))


def open_record(
    address: Address,
    plan: Plan | None,
    *,
    read_only: bool = False,
    clock: Clock | None = None,
    by: str = TELL,
    resume: bool = False,
) -> Proceedings:
    """Open a record, or begin it with a plan; a record opened `read_only` is never begun.
    An archive is opened `read_only` alone. `by` is who tells acts to it. With `resume` it is had
    from its checkpoint where one holds, for whoever has it read whole behind that.

    From then on everything is said in the meeting's first language, unless another was chosen.
    Where another process begins it at the same time, its record is the one that is opened.
    Raises NoRecord and StoreFault.
    """
    if plan is None or read_only:
        refuse_absent(address)
    elif not is_there(address):
        begin(address, plan, clock, by=by)
    resumed = _resuming(address) if resume and isinstance(address, Path) else None
    store = store_to_read(address, clock) if read_only else store_to_tell(address, clock, by)
    proceedings = Proceedings(store, clock, by, resumed(store) if resumed else None)
    speak_by_default(proceedings.meeting.plan.first_language)
    return proceedings


def _resuming(path: Path) -> Callable[[Store], View | None] | None:
    """Return what resumes a record from its checkpoint, to be asked before the record is opened."""
    from tipfloor.store.checkpoint import find  # for screens alone

    if (found := find(path, __version__)) is None:
        return None
    from tipfloor.proceedings.resuming import resumed

    return partial(resumed, found=found)


def begin(address: Address, plan: Plan, clock: Clock | None = None, *, by: str = TELL) -> bool:
    """Begin a record with a plan; False where one came into being meanwhile. Raises StoreFault."""
    real = clock or SystemClock()
    if isinstance(address, Path):
        from tipfloor.store.creating import create  # most records are there

        return create(address, convening(plan, real, by=by))
    need_driver(address)
    from tipfloor.store.postgres import beginning

    def first(line: TimeLine) -> list[Unsealed]:
        return convening(plan, on_line(real, line), by=by)

    return beginning.begin(address, first, machine_of(real))


def store_to_read(address: Address, clock: Clock | None = None) -> Store:
    """Open a record, or the one in an archive, without the right to write.

    Raises NoRecord where a database has none of the name, and StoreFault.
    """
    if isinstance(address, Database):
        return _in_database(address, clock, TELL, read_only=True)
    if is_archive(address):
        from tipfloor.store.in_memory import InMemoryStore

        return InMemoryStore(part_of(address, RECORD), address)
    return SqliteStore(address, read_only=True)


def store_to_tell(address: Address, clock: Clock | None = None, by: str = TELL) -> Store:
    """Open a record to write to it, which no archive allows.

    Raises NoRecord where a database has none of the name, and StoreFault.
    """
    if isinstance(address, Database):
        return _in_database(address, clock, by, read_only=False)
    if is_archive(address):
        raise StoreFault("archived", str(address))
    return SqliteStore(address)


@contextmanager
def as_file(address: Address) -> Iterator[Path]:
    """Give a record as a file: its own, or one for a while of what is in a database.

    Raises StoreFault.
    """
    if isinstance(address, Path):
        yield address
        return
    import tempfile  # for databases alone

    from tipfloor.store.writing_out import write_out

    with tempfile.TemporaryDirectory(prefix="tipfloor-") as folder:
        path = Path(folder) / address.name
        path.touch(mode=0o600)
        with closing(store_to_read(address)) as store:
            write_out(store, path)
        yield path


def put_file(path: Path, database: Database) -> bool:
    """Put a file into a database as a record, with everyone who is kept beside its rows.

    False where there is one of the name. Raises StoreFault.
    """
    need_driver(database)
    from tipfloor.store.postgres.copying import copy_in

    with closing(SqliteStore(path, read_only=True)) as store:
        try:
            copy_in(store, database, overwrite=False)
        except StoreFault as fault:
            if fault.code != "copy_exists":
                raise
            return False
    return True


def _in_database(database: Database, clock: Clock | None, by: str, *, read_only: bool) -> Store:
    need_driver(database)
    from tipfloor.store.postgres.store import PostgresStore

    told = f"tipfloor {by}"
    try:
        return PostgresStore(database, machine_of(clock), read_only=read_only, by=told)
    except StoreFault as fault:
        if fault.code in ABSENT:
            raise NoRecord(database) from None
        raise


def need_driver(database: Database) -> None:
    """Raise StoreFault where what speaks to a database is not installed."""
    from importlib.util import find_spec

    if find_spec("psycopg") is None:
        raise StoreFault("no_driver", str(database))


def machine_of(clock: Clock | None = None) -> Callable[[], Machine]:
    """Return what reads the two clocks of this machine at once."""
    from tipfloor.store.postgres.clock import Machine  # for databases alone

    real = clock or SystemClock()

    def read() -> Machine:
        now = real.now()
        return Machine(now.ticks, milliseconds(now))

    return read


def _is_record(path: Path) -> bool:
    try:
        check_header(path)
    except StoreFault:
        return False
    return True
