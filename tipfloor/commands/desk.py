"""Opening the desk: which record, which plan, and whether it is only a rehearsal."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tipfloor.clocks import RehearsalClock, SystemClock
from tipfloor.commands.desk_names import desk_name
from tipfloor.commands.options import MEETING_FILE, plan_there
from tipfloor.commands.stopping import MISUSED, UNUSABLE, Stopped
from tipfloor.commands.streams import put_at_leaving, warn, whole_window
from tipfloor.core.ground.event import Recorded
from tipfloor.core.plan.plan import Plan
from tipfloor.desk.filed import Comparing, Filed
from tipfloor.proceedings import Proceedings, convening
from tipfloor.proceedings.garbage import settle
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.records import default_record, is_there, meant, named_record, open_record
from tipfloor.store.address import Address, variables
from tipfloor.words import say
from tipfloor.words.narration import Narrator
from tipfloor.words.times import wall

if TYPE_CHECKING:
    from tipfloor.desk.themes import Look

REHEARSAL = "desk"
"""What the only desk of a rehearsal is called."""


def open_desk(
    meeting: Path | None,
    record: Address | None,
    copy_to: Path | None,
    *,
    go_on_broken: bool,
    by: str | None,
    look: Look,
    served: Namespace | None = None,
) -> int:
    """Open the desk until its user leaves, and return the exit status.

    In the folder `copy_to` a whole copy of the record is kept. `by` is what the desk is called in
    the record, if that was asked. With `go_on_broken` acts are added to a record of which a row is
    missing or altered. `served` says how the pages of the hall are served meanwhile, if they are.
    Raises Stopped, FaultsFound, NoRecord and StoreFault.
    """
    _refuse_without_terminal()
    path, plan = _record_meant(meeting or MEETING_FILE, named_record(record))
    comparing = partial(_compared, meeting, plan)
    # The programs that the desk starts come to the same record; their command lines show it to all.
    os.environ |= variables(path)
    with (
        desk_name(path, by) as name,
        closing(open_record(path, plan, by=name, resume=not go_on_broken)) as proceedings,
    ):
        held = proceedings.meeting
        if held.rehearsal_speed is not None and not held.handed_over:
            raise Stopped(say("cli.rehearsal_not_continued", path=path), UNUSABLE)
        if go_on_broken:
            proceedings.go_on_broken()
        status = _run(proceedings, path, comparing, served, copy_to, look)
    put_at_leaving(say("cli.left", path=path, command=_again(meeting, record)))
    if copy_to is not None:
        _copy_at_end(path, copy_to)
    return status


def _again(meeting: Path | None, record: Address | None) -> str:
    """Return the command that goes on with the same record."""
    import shlex  # at the end

    named = [] if meeting is None else [str(meeting)]
    named += [] if record is None else ["--record", str(record)]
    return shlex.join(["tipfloor", "desk", *named])


def _copy_at_end(record: Address, folder: Path) -> None:
    """Make a last copy once the desk was left, and say where that could not be done."""
    import subprocess  # for a desk that keeps copies

    from tipfloor.desk.copying import LONGEST, command

    try:
        made = subprocess.run(command(record, folder), capture_output=True, timeout=LONGEST)
        why = made.stderr.decode("utf-8", "replace").strip() if made.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        why = str(error)
    if why:
        warn(say("cli.copy_at_end", why=why, record=record, target=folder / record.name))


def rehearse_at_desk(
    meeting: Path | None, speed: float, look: Look, served: Namespace | None = None
) -> int:
    """Open the desk on a record that goes with it. Raises Stopped, FaultsFound and StoreFault."""
    _refuse_without_terminal()
    from tipfloor.meetingfile import read_plan

    return _rehearse(read_plan(meeting or MEETING_FILE), speed, look, served)


def _pages(served: Namespace | None, record: Address) -> AbstractContextManager[str]:
    """Serve the pages of the hall meanwhile, where that is asked, and give what is said of it."""
    if served is None:
        return nullcontext("")
    from tipfloor.commands.serving import serving

    return serving(served, record)


def _refuse_without_terminal() -> None:
    if not whole_window():
        raise Stopped(say("cli.no_terminal", command="desk"), MISUSED)


def _record_meant(meeting: Path, named: Address | None) -> tuple[Address, Plan | None]:
    """Return which record is opened, and the plan to begin it with where it is not there yet."""
    record = meant(named, partial(plan_there, meeting)) if named is not None else None
    if record is not None and is_there(record):
        return record, None  # which can do without the file
    from tipfloor.meetingfile import read_plan

    plan = read_plan(meeting)
    return record or default_record(plan), plan


def _compared(meeting: Path | None, plan: Plan | None, recorded: Plan) -> Filed:
    """Compare the meeting file with a record; its plan, where there is none yet, is read now."""
    from tipfloor.meetingfile import FaultsFound, differences, read_plan

    if plan is None:
        if meeting is None and not MEETING_FILE.exists():
            return Filed()
        try:
            plan = read_plan(meeting or MEETING_FILE)
        except FaultsFound as found:
            fault, more = found.faults[0], len(found.faults) - 1
            return Filed(notice=say("desk.faulty_file", fault=fault, more=more))
    return Filed(plan, differences(recorded, plan) if plan != recorded else ())


def _rehearse(plan: Plan, speed: float, look: Look, served: Namespace | None) -> int:
    """Run the desk on a record that goes with it; its clock begins at the planned opening."""
    import tempfile  # for a rehearsal alone

    from tipfloor.store.creating import create

    real = SystemClock()
    began = real.now()
    starts = plan.moments[0].starts
    shown = replace(began, utc=_aware(starts, plan)) if starts else began
    clock = RehearsalClock(real, began, shown, speed)
    with tempfile.TemporaryDirectory(prefix="tipfloor-rehearsal-") as folder:
        path = Path(folder) / "rehearsal.sqlite"
        create(path, convening(plan, clock, speed, by=REHEARSAL))
        with closing(open_record(path, None, by=REHEARSAL)) as proceedings:
            status = _run(proceedings, path, lambda recorded: Filed(), served, None, look)
    put_at_leaving(say("cli.left_rehearsal"))
    return status


def _run(
    proceedings: Proceedings,
    record: Address,
    comparing: Comparing,
    served: Namespace | None,
    copy_to: Path | None,
    look: Look,
) -> int:
    from tipfloor.desk.app import DeskApp

    copies, same_disk = None, ""
    if copy_to:
        from tipfloor.desk.copying import Copies

        copies = Copies(record, copy_to)
        if isinstance(record, Path) and _on_same_disk(record, copies.folder):
            same_disk = say("desk.copy_same_disk", folder=copies.folder)
    live = proceedings.live()
    try:
        # The pages let the record go before: who is the last folds the log, and they only read.
        with _pages(served, record) as pages:
            notice = pages or same_disk
            app = DeskApp(live, filed=comparing, notice=notice, copies=copies, look=look)
            settle()
            app.run()
    finally:
        unsaved = live.close()
    if isinstance(record, Path) and live.let_go:
        from tipfloor.proceedings.resuming import leave  # when nobody waits any more

        leave(record, live.saved, in_order=not (unsaved or app.fell))
    if unsaved:
        raise Stopped(_left_unsaved(live, unsaved), UNUSABLE) from app.fell
    if app.fell:
        raise app.fell
    return app.return_code or 0


def _on_same_disk(record: Path, folder: Path) -> bool:
    return folder.stat().st_dev == record.stat().st_dev


def _left_unsaved(live: LiveProceedings, unsaved: Sequence[Recorded]) -> str:
    """Name every act that was told and is not in the record, with its time, to do it again."""
    narrator, zone = Narrator(live.history, live.meeting), live.meeting.plan.zone
    lines = map(narrator.line, unsaved)
    told = (f"  {wall(line.at, zone, seconds=True)} {line.text}" for line in lines)
    return "\n".join([say("desk.left_unsaved", where=live.where), *told])


def _aware(local: datetime, plan: Plan) -> datetime:
    return local.replace(tzinfo=plan.zone).astimezone(UTC)
