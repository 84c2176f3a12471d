"""What stays is walked by no search for garbage, and opening a record does not walk it either."""

import subprocess
import sys

import pytest


def run(program: str) -> tuple[str, str]:
    """Return what a program says in a process of its own, and what it complains of."""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    return found.stdout.strip(), found.stderr


OPENED = """
import gc
from tipfloor.proceedings import garbage
{before}
kept, settled = [], gc.get_freeze_count()
with garbage.without_collections():
    searched = gc.isenabled()
    kept += [[] for _ in range(1000)]
frozen, old = gc.get_freeze_count(), gc.get_objects(generation=2)
print(searched, gc.isenabled(), frozen > 0, any(one is kept[0] for one in old), frozen == settled)
"""


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "False True False True True"), ("garbage.settle()", "False True True False True")],
    ids=["of a command", "of a desk"],
)
def test_what_is_read_counts_as_old_and_what_is_settled_stays(before: str, said: str) -> None:
    assert run(OPENED.format(before=before)) == (said, "")


STARTED = """
import gc
from tipfloor.proceedings import garbage
garbage.postpone()
searched = gc.isenabled()
{before}
frozen = gc.get_freeze_count()
kept = [[] for _ in range(1000)]
garbage.resume()
print(searched, gc.isenabled(), gc.get_freeze_count() >= frozen + 1000)
"""


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "False True False"), ("garbage.settle()", "False True True")],
    ids=["of a test", "of a desk"],
)
def test_a_start_is_held_up_by_no_search(before: str, said: str) -> None:
    assert run(STARTED.format(before=before)) == (said, "")


READ_LATER = """
import gc
from tipfloor.proceedings import garbage
{before}
frozen = gc.get_freeze_count()
kept = [[] for _ in range(1000)]
garbage.stay()
print(gc.get_freeze_count() >= frozen + 1000)
"""


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "False"), ("garbage.settle()", "True")],
    ids=["of a test", "of a desk"],
)
def test_what_is_read_behind_the_first_screen_stays_too(before: str, said: str) -> None:
    assert run(READ_LATER.format(before=before)) == (said, "")
