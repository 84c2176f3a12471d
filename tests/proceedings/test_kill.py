import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.helpers.plans import small_plan
from tipfloor.clocks import SystemClock
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]


def killed_while_chile_speaks(record: Path) -> None:
    """Run a desk until it has given the floor, and kill it with SIGKILL."""
    command = [sys.executable, "-m", "tests.proceedings.a_killed_desk", str(record)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "given\n"
        desk.kill()
        assert desk.wait(60) == -9


def test_a_desk_killed_in_a_remark_comes_back_with_the_floor_as_it_was(tmp_path: Path) -> None:
    """PRACTICE section 7, case 13."""
    record, clock = tmp_path / "record", SystemClock()
    create(record, convening(small_plan(), clock))
    earliest = clock.now()
    killed_while_chile_speaks(record)
    latest = clock.now()
    with closing(Proceedings(SqliteStore(record))) as again:
        meeting, now = again.current()
        assert meeting.speaker is not None
        assert meeting.speaker.entry.delegation == "CHL"
        assert [entry.delegation for entry in meeting.speakers().waiting] == ["BRA"]
        assert now.since(latest) <= meeting.speaker.speaking(now) <= now.since(earliest)
    with closing(SqliteStore(record)) as store:
        assert first_bad_position(store.read()) is None


def test_a_limit_that_passed_after_the_kill_is_recovered(tmp_path: Path) -> None:
    record, clock = tmp_path / "record", SystemClock()
    create(record, convening(small_plan(limit_seconds=1), clock))
    killed_while_chile_speaks(record)

    class Later:
        """The machine's clock, two seconds on."""

        def now(self):  # type: ignore[no-untyped-def]
            return clock.now().plus(2_000)

    with closing(Proceedings(SqliteStore(record), Later())) as again:
        again.keep_time(recovered=True)
        floor = again.meeting.floor
        assert floor is not None
        assert floor.marks == ("recovered",)
        assert floor.speaking(again.now()) == 1_000
        assert floor.over_time(again.now()) >= 1_000
