"""The meeting that plays itself, told act by act to a record in a database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.helpers.desk_at_database import HandTimed
from tests.helpers.postgres_server import Server
from tipfloor.clocks import SimulatedClock
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.records import machine_of, store_to_read
from tipfloor.rehearsal import rehearse
from tipfloor.rehearsal.playing import beginning, play
from tipfloor.store.chain import first_bad_position
from tipfloor.store.postgres.beginning import begin

MEETING = Path(__file__).parents[2] / "sessions.toml"
OF_THE_REAL_CLOCK = "rehearsal_handed_over"


def test_the_same_acts_come_of_it_as_in_a_file(server: Server, tmp_path: Path) -> None:
    plan = read_plan(MEETING)
    database = server.new_record()
    clock = SimulatedClock(beginning(plan))
    assert begin(database, lambda line: convening(plan, clock, 1.0), machine_of())
    with closing(Proceedings(HandTimed(database, machine_of()), clock)) as proceedings:
        played = play(proceedings, clock, seed=2, until=None)
    path = tmp_path / "meeting.sqlite"
    in_file = rehearse(plan, path, seed=2, until=None)
    assert in_file == played
    assert played.events > 500
    with closing(store_to_read(database)) as here, closing(store_to_read(path)) as there:
        rows, others = here.read(), there.read()
    assert first_bad_position(rows) is None
    bodies = [
        [row.body for row in kept if row.kind != OF_THE_REAL_CLOCK] for kept in (rows, others)
    ]
    assert bodies[0] == bodies[1]
