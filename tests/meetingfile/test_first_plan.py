import errno
import resource
import signal
from pathlib import Path

import pytest

from tipfloor.meetingfile import read_plan, summary, write_first_plan


def test_the_first_plan_is_sound_and_explains_itself(tmp_path: Path) -> None:
    path = tmp_path / "next.toml"
    write_first_plan(path)
    plan = read_plan(path)
    assert [moment.code for moment in plan.moments] == list(plan.meeting.order_of_moments)
    assert len(plan.sessions) == 2
    assert all(len(delegation.names()) == 4 for delegation in plan.delegations)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert max(map(len, text.splitlines())) <= 100


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_first_plan(path)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_first_plan(tmp_path / "none" / "x.toml")


def test_what_cannot_be_written_whole_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "half.toml"
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, former[1]))
    try:
        with pytest.raises(OSError) as failed:  # noqa: PT011 -- its number is looked at
            write_first_plan(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        signal.signal(signal.SIGXFSZ, ignored)
    assert failed.value.errno == errno.EFBIG
    assert not path.exists()


def test_a_summary_counts_what_the_file_holds(tmp_path: Path) -> None:
    write_first_plan(tmp_path / "x.toml")
    assert summary(read_plan(tmp_path / "x.toml")).splitlines() == [
        "First Meeting on a Subject of Your Choice",
        "The meeting's city (America/New_York)",
        "Days: 2030-03-04",
        "4 moments, 2 sessions, 5 delegations",
        "Speaking limit: 3:00 minutes",
    ]
