"""Make the pictures of the guide from the program itself: `python -m docs.pictures`.

Each is a screen of the real desk or timekeeper's view at a meeting whose clock is held by hand, or
what a command says. With `--check` nothing is written, and the files that differ are named.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

from textual.app import App

from tests.desk.desk_at_work import DeskAtWork, convened, desk_on
from tests.desk.keyboard import burst
from tests.desk.screen_text import wait_for_text
from tests.desk.timekeeping import watch
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tipfloor.desk.themes import Look
from tipfloor.desk.widgets.keys_bar import StatusLine

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
GUIDE = ROOT / "docs" / "guide.md"

LIST = ("BRA", "CHL", "URY", "GTM", "JAM", "SLV")
"""Who waits in the pictures."""

AWAY = ("DMA", "GUY", "KNA")
"""Who has not come yet."""

FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a reader's program would fetch from the network: it takes one that it has."""

Scene = Callable[[Path], AbstractAsyncContextManager[App[None]]]


def _met(folder: Path, session: str | None, *waiting: str) -> tuple[Path, HandClock]:
    """Return a meeting that most delegations have come to, with some on the list of a session."""
    record, clock = convened(folder, session=session)
    with closing(Desk(record, clock)) as desk:
        for code in (item.code for item in desk.meeting.plan.delegations):
            if code not in AWAY:
                desk.tell("check_in", delegation=code)
        for code in waiting:
            desk.tell("inscribe", delegation=code)
    return record, clock


@asynccontextmanager
async def _desk_speaking(folder: Path) -> AsyncIterator[App[None]]:
    record, clock = _met(folder, "introductory", *LIST)
    async with desk_on(record, clock, size=(100, 28)) as desk:
        await desk.press("space")
        await desk.later(48)
        _lies(desk, "~/.local/share/tipfloor/seventh-meeting.sqlite")
        await desk.shows("SPEAKING", "seventh-meeting.sqlite")
        yield desk.app


def _lies(desk: DeskAtWork, where: str) -> None:
    """Say where the record usually lies, in place of the folder that it has for a moment."""
    status = desk.app.desk.query_one(StatusLine)
    status.where = where
    status.redraw()


@asynccontextmanager
async def _desk_inscribing(folder: Path) -> AsyncIterator[App[None]]:
    async with desk_on(*_met(folder, "introductory", "SLV")) as desk:
        await desk.press("a")
        await burst(desk.app, *"bra chl ury")
        await desk.shows("Brazil", "Chile", "Uruguay")
        yield desk.app


@asynccontextmanager
async def _desk_business(folder: Path) -> AsyncIterator[App[None]]:
    async with desk_on(*_met(folder, None)) as desk:
        await desk.press("n")
        await desk.shows("check in")
        yield desk.app


@asynccontextmanager
async def _timekeeper(
    folder: Path, seconds: int, look: Look, word: str
) -> AsyncIterator[App[None]]:
    with closing(Desk(*_met(folder, "introductory", *LIST))) as desk:
        desk.tell("give_floor")
        desk.clock.advance(1000 * seconds)
        async with watch(desk, look=look) as pilot:
            await wait_for_text(pilot, word)
            yield pilot.app


SCENES: dict[str, Scene] = {
    "desk-speaking": _desk_speaking,
    "desk-inscribing": _desk_inscribing,
    "desk-business": _desk_business,
    "timekeeper-speaking": lambda folder: _timekeeper(folder, 48, Look(), "SPEAKING"),
    "timekeeper-over-time-light": lambda folder: _timekeeper(folder, 127, Look("light"), "TIME"),
}
"""Each picture by the name of its file."""


async def picture(name: str) -> str:
    """Return a picture as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        async with SCENES[name](Path(folder)) as app:
            drawn = app.export_screenshot(title="tipfloor", simplify=True)
    return FONT_FACES.sub("", drawn).rstrip() + "\n"


def _faults(folder: Path) -> str:
    """Return what is said of a meeting file with a few usual slips."""
    text = (ROOT / "sessions.toml").read_text("utf-8")
    for right, wrong in (
        ("limit_seconds = 120", 'limit_seconds = "2 minutes"'),
        ('time_zone = "America/New_York"', 'time_zone = "America/Washington"'),
        ('code = "BRA"', 'code = "BRZ"'),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    (folder / "meeting.toml").write_text(text, "utf-8")
    return _said(folder, "check", "meeting.toml")


def _minutes(folder: Path) -> str:
    """Return how the minutes of a rehearsed meeting begin."""
    record = ("--record", "rehearsal.sqlite")
    meeting = str(ROOT / "sessions.toml")
    _said(folder, "rehearse", meeting, *record, "--until", "introductory_session")
    whole = _said(folder, "export", *record, "--format", "text")
    return "\n".join(whole.splitlines()[3:34])


TOLD: dict[str, Callable[[Path], str]] = {"check": _faults, "minutes": _minutes}
"""What commands say, by the marks in the guide between which it stands."""


def _said(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "tipfloor", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip()


def told(name: str) -> str:
    """Return what a command says, as it stands in the guide between its marks."""
    with tempfile.TemporaryDirectory() as folder:
        return f"```\n{TOLD[name](Path(folder))}\n```\n"


def marked(text: str, name: str) -> re.Match[str]:
    """Return what stands between the marks of a name in a text, as the group `between`."""
    begin, end = f"<!-- {name}: written by docs/pictures.py -->\n", f"<!-- {name}: end -->"
    found = re.search(f"{re.escape(begin)}(?P<between>.*?){re.escape(end)}", text, re.DOTALL)
    if found is None:
        raise SystemExit(f"docs/guide.md has no marks of {name}")
    return found


async def files() -> dict[Path, str]:
    """Return each file as it should be."""
    drawn = {FOLDER / f"{name}.svg": await picture(name) for name in SCENES}
    guide = GUIDE.read_text("utf-8")
    for name in TOLD:
        begin, end = marked(guide, name).span("between")
        guide = guide[:begin] + told(name) + guide[end:]
    return {**drawn, GUIDE: guide}


def main(words: list[str]) -> int:
    """Write what differs, or only name it; 1 where --check finds a difference."""
    checking = words == ["--check"]
    wanted = asyncio.run(files())
    differing = [p for p in wanted if not p.exists() or p.read_text("utf-8") != wanted[p]]
    for path in differing:
        print(f"{path.relative_to(ROOT)} {'differs from the program' if checking else 'written'}")
        if not checking:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], "utf-8")
    return int(checking and bool(differing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
