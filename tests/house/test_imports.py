"""What each part drags in, seen in a fresh process."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SAY_WHAT_CAME = """
import sys
{work}
print(" ".join(name for name in {names!r} if name in sys.modules))
"""

LIGHT = (
    "textual",
    "rich",
    "asyncio",
    "sqlite3",
    "pydantic",
    "xlsxwriter",
    "docx",
    "openpyxl",
    "typst",
)
"""What costs a start its time; the first two are the desk's alone."""

WHOLE_FLOOR = """
from importlib import import_module
from pkgutil import walk_packages
import tipfloor.standing
for part in walk_packages(tipfloor.standing.__path__, "tipfloor.standing."):
    import_module(part.name)
"""

STARTS = [
    ("import tipfloor.cli", ""),
    ("from tipfloor.cli import main; main(['--version'])", ""),
    ("from tipfloor.cli import main; main(['check', 'sessions.toml'])", ""),
    ("from tipfloor.cli import main; main(['acts'])", "pydantic"),
    ("import tipfloor.core.rooms", ""),
    ("import tipfloor.meetingfile", ""),
    ("import tipfloor.store", ""),
    ("import tipfloor.proceedings", ""),
    ("import tipfloor.standing.glance", ""),
    (WHOLE_FLOOR, "asyncio"),
    ("import tipfloor.records", "sqlite3"),
    ("import tipfloor.export", ""),
    ("import tipfloor.commands.answers", ""),
]


@pytest.mark.parametrize(
    ("work", "brings"), STARTS, ids=[work.strip().splitlines()[-1] for work, _ in STARTS]
)
def test_a_part_brings_only_what_it_needs(work: str, brings: str):
    script = SAY_WHAT_CAME.format(work=work, names=LIGHT)
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == brings
