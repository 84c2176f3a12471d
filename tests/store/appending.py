"""A process that appends events to a record, trying again where another one came first."""

import sys

from tests.helpers.backends import BACK_ENDS
from tipfloor.store import Moved, Unsealed


def main(back_end: str, address: str, name: str, count: int) -> None:
    """Append so many events, each with the writer's name and its number."""
    store = BACK_ENDS[back_end](address).open()
    position = len(store.read())
    for number in range(count):
        while True:
            try:
                store.append(position, [Unsealed("told", 1, f"{name} {number}")])
                position += 1
                break
            except Moved:
                position += len(store.read(position))
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
