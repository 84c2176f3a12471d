"""A whole meeting plays itself through the acts."""

from pathlib import Path

import pytest

from tipfloor.core.rooms import ACTS
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings
from tipfloor.rehearsal import Played, rehearse
from tipfloor.store.chain import first_bad_position
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]


def played(path: Path, **options: object) -> Played:
    found = rehearse(read_plan(ROOT / "sessions.toml"), path, **options)  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Played, Path]:
    """The whole Seventh Meeting, played once for the module."""
    path = tmp_path_factory.mktemp("rehearsal") / "whole.sqlite"
    return played(path), path


def rows_of(path: Path) -> list[str]:
    """Return the bodies of a record's events but the last, which holds the real clock."""
    store = SqliteStore(path, read_only=True)
    rows = store.read()
    store.close()
    assert first_bad_position(rows) is None
    return [row.body for row in rows[:-1]]


def test_every_kind_of_act_is_told_at_least_once(whole: tuple[Played, Path]) -> None:
    assert set(ACTS) - set(whole[0].told) == set()


def test_only_what_is_meant_to_be_refused_is_refused(whole: tuple[Played, Path]) -> None:
    assert whole[0].refused == {"no_extension": 1, "general_reports_over": 1}


def test_the_meeting_went_through_its_moments_on_two_days(whole: tuple[Played, Path]) -> None:
    store = SqliteStore(whole[1], read_only=True)
    meeting = Proceedings(store).meeting
    store.close()
    assert [stage.code for stage in meeting.moments][-1] == "closing_ceremony"
    assert {remark.day for remark in meeting.remarks} == {"2024-02-05", "2024-02-06"}
    assert meeting.floor is None
    assert len(meeting.remarks) > 60


def test_a_seed_repeats_the_meeting_and_another_gives_another(
    whole: tuple[Played, Path], tmp_path: Path
) -> None:
    played(tmp_path / "again.sqlite")
    played(tmp_path / "other.sqlite", seed=2)
    first = rows_of(whole[1])
    assert rows_of(tmp_path / "again.sqlite") == first
    assert rows_of(tmp_path / "other.sqlite") != first


def test_it_stops_before_the_moment_named(tmp_path: Path) -> None:
    path = tmp_path / "part.sqlite"
    played(path, until="plenary_sessions")
    store = SqliteStore(path, read_only=True)
    meeting = Proceedings(store).meeting
    store.close()
    assert meeting.moment == "adoption"


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    assert rehearse(read_plan(ROOT / "sessions.toml"), path) is None
    assert path.read_text() == "mine"
