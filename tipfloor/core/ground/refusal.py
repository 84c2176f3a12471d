"""Every reason to refuse an act: a code, the rule behind it and the facts; no prose.

Refused
├── the floor      floor_taken · floor_free · floor_withdrawn · nobody_waiting
│                  paused · not_paused · back_dated_too_far · no_extension · extension_used
│                  limit_already
│                  point_waiting · no_point_waiting · no_remark · remark_elsewhere
│                  remark_undone · nothing_to_correct
├── the list       list_closed · list_open · already_waiting · not_waiting · turns_used
│                  replies_used · same_delegation · no_such_place · not_its_place
│                  named_twice · not_all · subject_elsewhere · nobody_left
├── the meeting    no_session · session_not_open · session_open · names_waiting
│                  first_moment · last_moment · this_moment · suspended · not_suspended
│                  unknown_session · unknown_moment · session_exists · session_times
│                  plan_in_use
│                  plan_zone · plan_twice · plan_unknown · plan_time · table_full
│                  stated_already
├── the rules      check_in · general_reports · general_reports_over · permitted_here
├── registration   checked_in · not_checked_in · not_there · nothing_to_amend
│                  nobody_here · other_capacity · was_not_there
│                  code_taken · name_taken · no_name
├── votes          too_many_votes · no_quorum · few_voting · may_not_propose
├── orders         appeal_waiting · no_appeal · no_ruling · appealed_already
│                  no_replies · reply_to_what · reply_to_nothing · reply_to_itself
│                  reply_elsewhere · nothing_said · adjourned_already
├── the chair      presides_already · other_elected
├── elections      unknown_election · election_exists · elected_already · not_elected_yet
│                  no_officer_yet
│                  no_state · nominated_already · not_nominated · cannot_second · no_candidate
│                  several_candidates · stands_no_more · ballots_unread · no_ballots_for
│                  only_candidate · ballots_of_each · no_votes
│                  no_host_offer · no_offer · several_offers · offer_accepted
├── recommended    unknown_recommendation · number_taken · no_numbers · empty_block
│                  recommendation_decided · not_decided · deferred_already
│                  text_unchanged · priority_already · reserved_already · not_reserved
│                  nothing_to_reserve · votes_missing · votes_of_consensus
│                  vote_carried · vote_not_carried
├── addresses      no_address · unknown_address · address_given · address_struck
│                  address_fixed
├── the course     interlude_on · no_interlude · outage_on · no_outage
│                  left_open · meeting_closed · meeting_open
├── documents      unknown_document · document_exists · document_decided · document_undecided
│                  document_deferred · not_higher · amendments_pending · unknown_amendment
│                  amendment_decided · document_reserved · no_reservation
├── corrections    nothing_changed · other_outcome · no_vote_taken · document_open
│                  still_undecided · was_written · ended_at_limit
│                  nobody_named · no_ballot · no_point · not_ruled
├── the record     broken_chain · record_away
└── the act        unknown_delegation · reason_missing
                   nothing_to_undo · undo_overtaken · act_overtaken · unknown_time · not_yet
                   ends_before_start · pause_outside · floor_was_taken · no_times_yet
                   never_held · outside_session · outside_session_in
                   unknown_act · malformed_act · no_rehearsal
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipfloor.core.ground.event import Event


class Rule(StrEnum):
    """The rules that a refusal names; `rules.texts` of a meeting may word its own."""

    ONE_FLOOR = "one_floor"
    TIME_LIMIT = "time_limit"
    IN_PERSON_ONLY = "in_person_only"
    SLIDES_NOT_PERMITTED = "slides_not_permitted"
    GENERAL_REPORTS = "general_reports"
    CHECK_IN = "check_in"
    ACCREDITATION = "accreditation"
    ORDER_OF_THE_LIST = "order_of_the_list"
    ONE_ENTRY = "one_entry"
    TURNS = "turns"
    LIST_CLOSED = "list_closed"
    ORDER_OF_MOMENTS = "order_of_moments"
    RIGHT_OF_REPLY = "right_of_reply"
    SUSPENSION = "suspension"
    REASONS = "reasons"
    THE_RECORD = "the_record"
    THE_CHAIR = "the_chair"
    KNOWN_ACTS = "known_acts"
    VOTING = "voting"
    QUORUM = "quorum"
    ELECTIONS = "elections"
    RECOMMENDATIONS = "recommendations"
    PROTOCOL = "protocol"
    INTERLUDES = "interludes"
    MEETING_CLOSED = "meeting_closed"
    APPEALS = "appeals"
    ADOPTION = "adoption"
    PROPOSALS = "proposals"


class Refused(Exception):
    """An act that the meeting does not admit; `logged` is what the record keeps of it."""

    def __init__(
        self, code: str, rule: Rule, *, logged: tuple[Event, ...] = (), **facts: str | int
    ) -> None:
        super().__init__(code)
        self.code = code
        self.rule = rule
        self.facts = facts
        self.logged = logged
