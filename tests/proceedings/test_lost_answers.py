"""An act whose answer is lost: what is not known is said of that act, and of no other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.helpers.desk import Desk
from tests.helpers.hand_recorder import HandRecorder
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store import Row, Unanswered, Unsealed
from tipfloor.store.sqlite import SqliteStore


class DeafStore(SqliteStore):
    """A record to which every act comes, and of whose answers none comes back."""

    lost = 0

    def changed(self) -> bool:
        return True

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        if not self.positions_of(events[0].act):
            super().append(after, events)
        self.lost += 1
        raise Unanswered("unanswered", self.where, events[0].act)


def test_an_answer_lost_again_after_its_act_was_read_is_not_the_next_acts(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", "CHL")
    desk.tell("give_floor")
    desk.close()
    store = DeafStore(desk.record)
    with closing(Proceedings(store, desk.clock).live(HandRecorder)) as live:
        recorder = live._recorder
        assert isinstance(recorder, HandRecorder)
        live.tell(ACTS["close_list"].model_validate({"kind": "close_list"}))
        recorder.step()
        live.take()
        assert live.waiting.unknown
        assert live.waiting.away
        live.tell(ACTS["pause"].model_validate({"kind": "pause"}))
        live.retry()
        recorder.look()
        recorder.step()
        live.take()
        assert store.lost == 2
        assert [item.event.kind for item in live.waiting.acts] == ["clock_paused"]
        assert not live.waiting.unknown
