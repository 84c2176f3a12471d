"""From the meetings kept on the way, an undoing folds few events, wherever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.fold import fold
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import milestones
from tipfloor.proceedings.milestones import EVERY, Milestone, Milestones

Session = Callable[..., Desk]


def _kept(meeting: Meeting, positions: range) -> Milestones:
    return Milestones(Milestone(position, meeting) for position in positions)


@pytest.mark.parametrize("length", [1, 2, EVERY, EVERY + 1, 20 * EVERY + 7])
def test_some_meeting_is_never_far_before_an_event(session: Session, length: int) -> None:
    kept = _kept(session().meeting, range(1, length + 1))
    assert kept.last.position == length
    for position in range(2, length + 2):
        assert 0 < position - kept.before(position).position <= EVERY
    assert len([*kept]) <= EVERY + length // EVERY + 1


def test_the_last_acts_are_undone_without_folding_any_other(session: Session) -> None:
    kept = _kept(session().meeting, range(1, 3000))
    assert all(kept.before(at).position == at - 1 for at in range(3000 - EVERY + 1, 3001))


def test_what_has_an_event_that_is_undone_is_dropped_but_for_the_first(session: Session) -> None:
    kept = _kept(session().meeting, range(1, 3000))
    for position in (2999, 2500, 300, 5, 1):
        kept.drop(position)
        assert kept.last.position == max(1, kept.before(position).position)
        assert all(one.position < position for one in [*kept][1:])
    assert [one.position for one in kept] == [1]


def test_a_whole_record_undone_act_by_act_is_what_a_fold_of_it_is(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fewer meetings are kept, so that a short record has those that lie far behind too."""
    monkeypatch.setattr(milestones, "EVERY", 8)
    desk = session("BRA")
    for _ in range(20):
        desk.tell("close_list")
        desk.tell("reopen_list", reason="x")
    for _ in range(40):
        desk.tell("undo")
        assert desk.meeting == fold(desk.proceedings.history)
    assert desk.meeting.speakers().is_open
