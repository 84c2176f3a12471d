"""Deeds of the course, of registration, of elections, and of what the meeting decides."""

from __future__ import annotations

from tests.desk.deeds.deed_cases import case
from tests.desk.deeds.hand_at_work import HandAtWork
from tipfloor.core.elections.offices import election_of
from tipfloor.core.state.document import find_document
from tipfloor.core.state.recommendation import find_recommendation


@case()
def suspend(hand: HandAtWork) -> None:
    hand.answer("suspend")
    assert hand.meeting.suspended_at
    hand.do("suspend")
    assert not hand.meeting.suspended_at
    hand.do("suspend")
    hand.answer("suspend_until", "14:30")
    assert hand.meeting.suspension
    assert hand.meeting.suspension.resumes == "14:30"
    hand.do("adjourn")
    hand.answer("tomorrow at 10:00", "carry_over")
    assert hand.meeting.adjourned


@case()
def go_to(hand: HandAtWork) -> None:
    hand.answer("moment closing_ceremony", "the programme was changed", "carry_over")
    assert hand.meeting.moment == "closing_ceremony"


@case()
def change_limit(hand: HandAtWork) -> None:
    hand.answer("ninety")
    assert hand.notices
    hand.do("change_limit")
    hand.answer("1:30", "0")
    assert hand.title == "A limit of 90 seconds: for what reason?"
    hand.answer("the hour is late")
    assert hand.last.seconds == 90
    hand.do("change_limit")
    hand.answer("3:00", "2")
    assert hand.meeting.speakers().waiting[0].limit_seconds == 180
    hand.do("change_limit")
    hand.answer("", "0")
    assert hand.meeting.speakers().waiting[0].limit_seconds is None


@case(moment="closing_ceremony")
def close_meeting(hand: HandAtWork) -> None:
    while not hand.meeting.closed_at:
        hand.answer("insist")
    hand.do("reopen_meeting")
    hand.answer("a correction of the minutes")
    assert hand.meeting.closed_at is None


@case(moment="registration")
def check_in(hand: HandAtWork) -> None:
    hand.type("bra, el perú")
    assert [stay.delegation for stay in hand.meeting.attendance] == ["BRA", "PER"]


@case()
def presiding(hand: HandAtWork) -> None:
    hand.answer("vice_chair")
    hand.type("urug")
    assert hand.meeting.presiding.delegation == "URY"


@case(moment="election_of_authorities")
def nominate(hand: HandAtWork) -> None:
    hand.answer("chair")
    for typed in ("mex", "ury", ""):
        hand.type(typed)
    hand.do("acclaim")
    assert hand.meeting.presiding.delegation == "MEX"


@case(moment="election_of_next_chair")
def offer_to_host(hand: HandAtWork) -> None:
    hand.type("chile")
    hand.answer("in its capital")
    hand.do("accept_offer")
    assert any(offer.accepted_at for offer in election_of(hand.meeting, "next-chair").offers)


@case(moment="adoption")
def adopt_document(hand: HandAtWork) -> None:
    hand.answer("by_vote", "20 3 1")
    found = find_document(hand.meeting, "work-plan")
    assert found is not None
    assert found.decision is not None
    hand.do("reopen_document")
    assert hand.title.startswith("Open the document again: for what reason?")
    hand.answer("a mistake in the text")
    found = find_document(hand.meeting, "work-plan")
    assert found is not None
    assert found.decision is None


@case(moment="recommendations")
def add_recommendation(hand: HandAtWork) -> None:
    hand.answer("Share what was learned")
    hand.do("approve_block")
    hand.answer("by_consensus")
    found = find_recommendation(hand.meeting, 1)
    assert found is not None
    assert found.fate == "adopted"


@case(moment="recommendations")
def approve_recommendation(hand: HandAtWork) -> None:
    assert hand.notices == ["No recommendation is in that state."]
    hand.told("add_recommendation", text="Share what was learned")
    hand.told("add_recommendation", text="Meet once more")
    hand.do("approve_recommendation")
    hand.answer("by_consensus")
    hand.do("reject_recommendation")
    hand.answer("by_vote", "3 20")
    fates = [find_recommendation(hand.meeting, number) for number in (1, 2)]
    assert [item.fate for item in fates if item] == ["adopted", "rejected"]
