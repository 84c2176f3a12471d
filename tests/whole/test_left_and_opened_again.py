"""A desk on a long record is left and opened again: at once, with all that was done."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.tampering import tampered
from tests.whole.conftest import Start
from tipfloor import __version__
from tipfloor.clocks import SystemClock
from tipfloor.commands.stopping import UNUSABLE
from tipfloor.core.course.notes import NoteTaken
from tipfloor.core.ground.event import Told
from tipfloor.core.state.laid_down import laid_down
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings.resuming import LEAST
from tipfloor.proceedings.view import View, at_positions, unsealed
from tipfloor.records import open_record
from tipfloor.store.checkpoint import Checkpoint, checkpoint_of, lay
from tipfloor.store.sqlite import SqliteStore

LAST = f"note {LEAST}"


@pytest.fixture
def record(folder: Path) -> Path:
    """A record that is long enough to have a checkpoint."""
    path = folder / "meeting.sqlite"
    with closing(open_record(path, read_plan(folder / "sessions.toml"))) as proceedings:
        now, begun = proceedings.now(), proceedings.saved.position
    notes = [NoteTaken(at=now, note="note", text=f"note {nth + 1}") for nth in range(LEAST)]
    told = at_positions(begun, notes, Told("notes", "tell"))
    with closing(SqliteStore(path)) as store:
        store.append(begun, unsealed(told, SystemClock().now()))
    (folder / "sessions.toml").unlink()
    return path


@pytest.mark.parametrize("leave", ["q", "SIGTERM"])
def test_it_goes_on_where_it_was_left(start: Start, record: Path, leave: str) -> None:
    desk = start("desk")
    desk.shows(LAST)
    assert not checkpoint_of(record).exists()
    if leave == "q":
        desk.press("q")
    else:
        desk.process.terminate()
    assert desk.wait() == 0
    left = sorted(path.name for path in record.parent.glob("meeting.*"))
    assert left == [record.name, checkpoint_of(record).name]
    again = start("desk")
    again.shows(LAST)
    again.press("u", "enter")
    again.shows("Undone")
    again.press("q")
    assert again.wait() == 0
    third = start("desk")
    third.shows("Undone")
    with closing(SqliteStore(record, read_only=True)) as store:
        assert store.read()[-1].kind == "act_undone"


def test_what_was_altered_in_between_is_said(start: Start, record: Path) -> None:
    desk = start("desk")
    desk.shows(LAST)
    desk.press("q")
    assert desk.wait() == 0
    tampered(record, "UPDATE events SET body = body || ' ' WHERE position = 9")
    desk = start("desk")
    desk.shows("ROW 9 OF THE RECORD IS MISSING OR ALTERED")


def test_a_checkpoint_that_somebody_wrote_over_is_nothing(start: Start, record: Path) -> None:
    checkpoint_of(record).write_bytes(b"\x00" * 100)
    desk = start("desk")
    desk.shows(LAST)
    desk.press("q")
    assert desk.wait() == 0
    assert b"tipfloor checkpoint" in checkpoint_of(record).read_bytes()[:100]


def test_a_desk_falls_over_a_checkpoint_once_at_the_most(start: Start, record: Path) -> None:
    with closing(SqliteStore(record, read_only=True)) as store:
        view = View(store.read(), store.where)
    wrong = laid_down(view.meeting.having(moment="nowhere"))
    assert lay(record, Checkpoint(__version__, view.position, view.digest, wrong))
    desk = start("desk")
    assert desk.wait() == UNUSABLE
    assert "did not expect (KeyError)" in " ".join(desk.text.split())
    assert b"Traceback" not in desk.seen
    [kept] = (record.parent / "XDG_STATE_HOME" / "tipfloor").glob("fault-*.txt")
    assert "KeyError: 'nowhere'" in kept.read_text(encoding="utf-8")
    desk = start("desk")
    desk.shows(LAST)
    desk.press("q")
    assert desk.wait() == 0


def test_a_file_of_another_program_is_left_as_it_is(start: Start, record: Path) -> None:
    checkpoint_of(record).write_bytes(b"another's")
    desk = start("desk")
    desk.shows(LAST)
    desk.press("q")
    assert desk.wait() == 0
    assert checkpoint_of(record).read_bytes() == b"another's"
