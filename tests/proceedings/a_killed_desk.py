"""A desk on the machine's own clock that gives the floor, says so, and waits to be killed."""

import sys
from pathlib import Path

from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore


def main(record: Path) -> None:
    """Give the floor to Chile, after a pause of no length."""
    proceedings = Proceedings(SqliteStore(record))
    for fields in (
        {"kind": "open_session", "session": "technology", "reason": "x"},
        {"kind": "inscribe", "delegation": "CHL"},
        {"kind": "inscribe", "delegation": "BRA"},
        {"kind": "give_floor"},
    ):
        proceedings.tell(ACTS[str(fields["kind"])].model_validate(fields))
    sys.stdout.write("given\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
