"""Any course of an election: filled once, by a nominee, with no more votes than voters."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import acts
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.deciding.voters import voters
from tipfloor.core.elections.acclaiming import Elected
from tipfloor.core.elections.offices import election_of
from tipfloor.core.elections.reopening import ElectionReopened
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting

OFFICE = st.just("next")
CODES = acts.CODES

COURSES = st.lists(
    st.one_of(
        acts.act("nominate", election=OFFICE, delegation=CODES, nominated_by=CODES),
        acts.act("second", election=OFFICE, delegation=CODES, seconded_by=CODES),
        acts.act("withdraw_nomination", election=OFFICE, delegation=CODES),
        acts.act("acclaim", election=OFFICE, insist=acts.YES, accept_offer=st.booleans()),
        acts.act("ballot", election=OFFICE, figures=st.lists(acts.FIGURES, min_size=4, max_size=4)),
        acts.act("ballot", election=OFFICE, ballots=acts.BALLOTS, all_nominees=acts.YES),
        acts.act("ballot", election=OFFICE, in_favour=acts.FIGURES, against=acts.FIGURES),
        acts.act("offer_to_host", election=OFFICE, delegation=CODES, offer=st.just("There")),
        acts.act("accept_host_offer", election=OFFICE),
        acts.act("reopen_election", election=OFFICE, reason=acts.REASONS),
        acts.act("check_in", delegation=CODES),
        acts.act("undo"),
    ),
    min_size=5,
    max_size=25,
)


class Course:
    """A meeting without a disk, to which acts are told; refusals are passed over."""

    def __init__(self, majority: str) -> None:
        plan = small_plan(election_majority=majority, quorum_to_vote=1, check_in_required=False)
        self.clock = HandClock()
        first = MeetingConvened(at=self.clock.now(), plan=plan)
        self.history: list[Recorded] = [Recorded(1, first)]
        self.tell({"kind": "go_to_moment", "moment": "closing", "reason": "x"})

    @property
    def meeting(self) -> Meeting:
        return fold(self.history)

    def tell(self, fields: dict[str, Any]) -> None:
        self.clock.advance(1000)
        meeting = self.meeting
        fields = _with_ballots(fields, meeting)
        try:
            events = ACTS[fields["kind"]].model_validate(fields).decide(meeting, self.clock.now())
        except Refused:
            return
        for event in events:
            self._judge(event, meeting)
            self.history.append(Recorded(len(self.history) + 1, event))

    def _judge(self, event: Any, meeting: Meeting) -> None:
        if isinstance(event, Elected):
            assert election_of(meeting, "next").result is None
            assert election_of(meeting, "next").nomination(event.delegation)
        elif isinstance(event, ElectionReopened):
            assert election_of(meeting, "next").result is not None


def _with_ballots(fields: dict[str, Any], meeting: Meeting) -> dict[str, Any]:
    """Return a ballot in which every candidate has a figure."""
    if "figures" not in fields:
        return fields
    standing = election_of(meeting, "next").standing
    pairs = zip(standing, fields["figures"], strict=False)
    ballots = [f"{item.delegation}={figure}" for item, figure in pairs]
    return {"kind": "ballot", "election": "next", "ballots": ballots, "insist": True}


@given(COURSES, st.sampled_from(["majority", "plurality"]))
def test_any_course_fills_the_office_once_and_undo_restores(
    course: list[dict[str, Any]], majority: str
) -> None:
    told = Course(majority)
    for fields in course:
        before, events = told.meeting, len(told.history)
        told.tell(fields)
        after = told.meeting
        _holds(after)
        if len(told.history) > events and fields["kind"] != "undo":
            told.tell({"kind": "undo"})
            assert (told.meeting.elections, told.meeting.presided) == (
                before.elections,
                before.presided,
            )
            told.tell(fields)
            assert told.meeting.elections.keys() == after.elections.keys()


def _holds(meeting: Meeting) -> None:
    every = meeting.elections.get("next", ())
    assert all(item.result and item.superseded_at for item in every[:-1])
    for item in every:
        nominees = {nomination.delegation for nomination in item.nominations}
        open_ones = [nomination.delegation for nomination in item.nominated]
        assert len(set(open_ones)) == len(open_ones)
        assert sum(offer.accepted_at is not None for offer in item.offers) <= 1
        assert [ballot.number for ballot in item.ballots] == list(range(1, len(item.ballots) + 1))
        for ballot in item.ballots:
            votes = dict(ballot.votes)
            cast = sum(votes.values()) + (ballot.against or 0) + ballot.abstaining + ballot.invalid
            assert votes.keys() <= nominees
            assert cast <= (ballot.present or voters(meeting.having(checked_in=frozenset())))
            assert (ballot.outcome == "elected") is (ballot is item.ballots[-1] and _voted(item))


def _voted(election: Any) -> bool:
    return election.result is not None and election.result.method == "vote"
