"""In which situation a meeting is, and what it needs there, the likeliest first."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.floor.addresses import gives_addresses, next_address, reports_to_come
from tipfloor.core.ground.instant import Phase
from tipfloor.core.leading.conditions import (
    Holds,
    in_last_moment,
    in_phase,
    just_begun,
    next_is_away,
    next_waits,
    nobody_asked,
    offers_wait,
    quorum_lacks,
    registering,
    so_many_stand,
)
from tipfloor.core.leading.open_business import (
    amended_document,
    lacks_recommendations,
    open_to_offers,
    undecided_document,
    undecided_recommendation,
)

BESIDE = " inscribe point undo business suspend check_in find export"
"""What is needed in any moment, behind its own business."""


class Situation(Struct, frozen=True):
    """When it holds, and the names of what is needed then; what cannot be done is passed over."""

    name: str
    holds: Holds
    needs: tuple[str, ...]


def _so(name: str, holds: Holds, needs: str) -> Situation:
    return Situation(name, holds, tuple(needs.split()))


SITUATIONS = (
    _so(
        "closed",
        in_phase(Phase.CLOSED),
        "export statistics find times reopen_meeting timekeeper quit_desk",
    ),
    _so(
        "suspended",
        in_phase(Phase.SUSPENDED),
        "suspend check_in find export statistics times timekeeper undo",
    ),
    _so(
        "appeal_waits",
        lambda meeting, now: meeting.appealed,
        "point withdraw_appeal inscribe check_in undo business find suspend",
    ),
    _so(
        "point_waits",
        lambda meeting, now: meeting.points,
        "point withdraw_point end inscribe slides undo business find",
    ),
    _so(
        "time_is_up",
        lambda meeting, now: meeting.floor and not meeting.floor.has_floor,
        "give_next end inscribe point slides mark undo forward suspend",
    ),
    _so(
        "paused",
        in_phase(Phase.PAUSED),
        "pause end point inscribe slides restart undo mark business",
    ),
    _so(
        "last_words",
        in_phase(Phase.WARNING, Phase.LAST_SECONDS, Phase.OVER_TIME, Phase.PLANNED),
        "end extend pause inscribe point slides mark undo business",
    ),
    _so(
        "just_begun",
        just_begun,
        "end pause inscribe point slides absent undo back_date business",
    ),
    _so(
        "speaking",
        lambda meeting, now: meeting.floor,
        "end pause inscribe point slides mark undo close_list business",
    ),
    _so(
        "interlude",
        in_phase(Phase.INTERLUDE),
        "end give_next forward" + BESIDE,
    ),
    _so(
        "next_is_away",
        next_is_away,
        "check_in absent withdraw inscribe forward business undo suspend",
    ),
    _so(
        "called",
        in_phase(Phase.CALLED),
        "give_next absent inscribe point slides withdraw undo suspend",
    ),
    _so(
        "next_waits",
        next_waits,
        "give_next call absent inscribe point slides undo close_list suspend forward business",
    ),
    _so(
        "nobody_asked",
        nobody_asked,
        "inscribe load_list forward close_list suspend undo check_in business find",
    ),
    _so(
        "session_follows",
        lambda meeting, now: meeting.next_session,
        "forward inscribe suspend check_in load_list close_list undo business find",
    ),
    _so(
        "registering_short",
        lambda meeting, now: registering(meeting, now) and quorum_lacks(meeting, now),
        "check_in admit forward check_out point undo business amend_check_in" + BESIDE,
    ),
    _so(
        "registering",
        registering,
        "forward check_in admit check_out point undo business amend_check_in" + BESIDE,
    ),
    _so(
        "address_to_come",
        lambda meeting, now: gives_addresses(meeting) and next_address(meeting),
        "give_next interlude presiding forward point undo business" + BESIDE,
    ),
    _so("nobody_stands", so_many_stand(0, 0), "nominate presiding forward" + BESIDE),
    _so(
        "one_stands",
        so_many_stand(1, 1),
        "acclaim nominate elect_by_vote" + BESIDE + " second_nomination withdraw_nomination",
    ),
    _so(
        "several_stand",
        so_many_stand(2, 999),
        "elect_by_vote nominate second_nomination" + BESIDE + " withdraw_nomination",
    ),
    _so("offers_wait", offers_wait, "accept_offer offer_to_host forward" + BESIDE),
    _so(
        "no_offer",
        lambda meeting, now: open_to_offers(meeting),
        "offer_to_host forward" + BESIDE,
    ),
    _so(
        "amendment_waits",
        lambda meeting, now: amended_document(meeting),
        "settle_amendment propose_amendment reserve_on_document" + BESIDE + " defer_document",
    ),
    _so(
        "document_undecided",
        lambda meeting, now: undecided_document(meeting),
        "adopt_document propose_amendment reserve_on_document" + BESIDE + " defer_document",
    ),
    _so(
        "recommendation_undecided",
        lambda meeting, now: undecided_recommendation(meeting),
        "approve_recommendation approve_block reserve_recommendation"
        + BESIDE
        + " amend_recommendation defer_recommendation",
    ),
    _so(
        "no_recommendation",
        lambda meeting, now: lacks_recommendations(meeting),
        "add_recommendation forward" + BESIDE,
    ),
    _so(
        "report_owed",
        lambda meeting, now: in_last_moment(meeting, now) and reports_to_come(meeting),
        "take_report close_meeting" + BESIDE,
    ),
    _so("to_be_closed", in_last_moment, "close_meeting" + BESIDE),
    _so("done_here", lambda meeting, now: True, "forward inscribe close_list" + BESIDE),
)
"""The first that holds is the one that counts."""
