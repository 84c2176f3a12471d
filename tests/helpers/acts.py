"""Acts of every kind for properties to try, sensible and senseless ones alike."""

from typing import Any

from hypothesis import strategies as st

CODES = st.sampled_from(["BRA", "CHL", "DMA", "DOM"])
REASONS = st.sampled_from(["x", "x", "x", None])
WAITING = st.sampled_from([None, "carry_over", "not_heard"])
KINDS = st.sampled_from(["remark", "remark", "remark", "report"])
SESSIONS = st.sampled_from([None, None, "technology", "climate", "general"])
PLACES = st.integers(1, 4)
VOTES = st.integers(0, 3)
CLOCKS = st.sampled_from(["10:59", "11:00:05", "11:00:31.5", "11:02", "2024-02-05T12:00:00", "x"])

CAPACITIES = st.sampled_from(["national_authority", "designated_delegate"])
OFFICES = st.sampled_from(["chair", "vice_chair", "pro_tempore"])
AT_THE_DOOR = st.sampled_from(["ZZA", "ZZB", "BRA"])
SEVERAL = st.lists(st.sampled_from(["BRA", "CHL", "DMA", "DOM", "ZZA"]), min_size=1, max_size=4)

Fields = st.SearchStrategy[dict[str, Any]]


def act(kind: str, **fields: st.SearchStrategy[Any]) -> Fields:
    """Return a strategy for one kind of act; a field that comes out as None is left out."""
    drawn = st.fixed_dictionaries({"kind": st.just(kind), **fields})
    return drawn.map(lambda found: {k: v for k, v in found.items() if v is not None})


ON_WAITING_ENTRIES = st.one_of(
    act("inscribe", delegation=CODES, reason=REASONS, remark_kind=KINDS),
    act("inscribe", delegation=CODES, session=SESSIONS),
    act("inscribe", delegation=CODES, remark_kind=st.just("reply"), replies_to=PLACES),
    act("withdraw", delegation=CODES),
    act("move", delegation=CODES, position=PLACES, reason=REASONS),
    act("swap", delegation=CODES, other=CODES),
    act("cede", delegation=CODES, to=CODES),
    act("close_list"),
    act("reopen_list", reason=REASONS),
    act("refuse", delegation=CODES, requested=st.just("slides")),
    act("check_in", delegation=CODES),
    act("check_in", delegation=CODES, capacity=CAPACITIES),
    act("amend_check_in", delegation=CODES, capacity=CAPACITIES),
    act("admit", delegation=AT_THE_DOOR, name=AT_THE_DOOR, reason=REASONS, state=st.booleans()),
    act("inscribe_all", delegations=SEVERAL, reason=REASONS),
    act("inscribe_all", delegations=SEVERAL, session=SESSIONS),
    act("change_presiding", office=OFFICES, delegation=CODES),
    act("change_limit", seconds=st.integers(5, 40), reason=REASONS),
)
"""What must never touch the floor."""

ADDRESSES = st.sampled_from([None, None, "host", "secretary", "report", "address-1", "nobody"])
SECONDS = st.sampled_from([None, None, 10, 20])

ON_ADDRESSES = st.one_of(
    act("begin_address"),
    act("begin_address", address=ADDRESSES, reason=REASONS, limit_seconds=SECONDS),
    act("add_address", office=st.just("Guest"), planned_seconds=SECONDS, delegation=CODES),
    act("add_address", office=st.just("Expert"), remark_kind=st.just("report")),
    act("move_address", address=st.just("secretary"), position=PLACES, reason=REASONS),
    act("strike_address", address=st.sampled_from(["host", "report"]), reason=REASONS),
    act("begin_interlude", what=st.just("film"), planned_seconds=SECONDS),
    act("end_interlude"),
    act("begin_outage"),
    act("end_outage"),
)
"""Addresses among the remarks, and what goes on beside the floor."""

ON_THE_FLOOR = st.one_of(
    act("give_floor"),
    act("give_floor"),
    act("give_floor", delegation=CODES, reason=REASONS),
    act("end_remark"),
    act("pause"),
    act("resume"),
    act("resume"),
    act("back_date", seconds=st.sampled_from([0.001, 2, 9.5, 19, 60])),
    act("extend"),
    act("restart", reason=REASONS),
    act("absent"),
    act("absent", delegation=CODES),
    act("call"),
    act("call", delegation=CODES, reason=REASONS),
    act("point_of_order", delegation=CODES),
    act("rule_on_point", ruling=st.just("taken")),
    act("withdraw_point", delegation=st.one_of(st.none(), CODES)),
    act("appeal", delegation=CODES),
    act("vote_on_appeal", in_favour=VOTES, against=VOTES, insist=st.just(True)),
    act("withdraw_appeal"),
    act("correct_ruling", number=PLACES, ruling=st.just("given"), against=VOTES, reason=REASONS),
    act("correct", number=PLACES, delegation=CODES, reason=REASONS),
    act("correct", number=PLACES, ended_at=CLOCKS, reason=REASONS),
    act("enter_remark", delegation=CODES, given_at=CLOCKS, ended_at=CLOCKS, reason=REASONS),
    act("mark", mark=st.just("reminded_of_topic")),
)

ON_THE_MEETING = st.one_of(
    act("suspend"),
    act("adjourn", waiting=WAITING, resumes=st.sampled_from([None, "10:00"])),
    act("resume_meeting"),
    act("resume_meeting"),
    act("next_moment", waiting=WAITING),
    act("previous_moment", reason=REASONS, waiting=WAITING),
    act("open_session", session=SESSIONS, reason=REASONS, waiting=WAITING),
    act("open_session", session=SESSIONS, reason=REASONS, waiting=WAITING),
    act("end_session", waiting=WAITING),
    act("close_meeting", insist=st.booleans(), reason=REASONS),
    act("reopen_meeting", reason=REASONS),
    act("state_publication", symbol=st.sampled_from(["A/1", "A/2"])),
    act("check_out", delegation=CODES),
    act("check_out", delegation=AT_THE_DOOR),
    act(
        "add_session",
        session=st.sampled_from(["new", "newer"]),
        title=st.sampled_from(["New", "Newer"]),
        topic=st.just("New"),
    ),
)

OFFICES = st.sampled_from(["chair", "chair", "vice", "next"])
FIGURES = st.integers(0, 5)
BALLOTS = st.dictionaries(CODES, FIGURES, min_size=1, max_size=3).map(
    lambda votes: tuple(f"{code}={figure}" for code, figure in votes.items())
)
YES = st.sampled_from([True, True, False])

ON_ELECTIONS = st.one_of(
    act("nominate", election=OFFICES, delegation=CODES, nominated_by=CODES, reason=REASONS),
    act("nominate", election=OFFICES, delegation=CODES, nominated_by=CODES, reason=REASONS),
    act("second", election=OFFICES, delegation=CODES, seconded_by=CODES),
    act("withdraw_nomination", election=OFFICES, delegation=CODES),
    act("acclaim", election=OFFICES, insist=YES, accept_offer=st.booleans(), reason=REASONS),
    act("ballot", election=OFFICES, ballots=BALLOTS, all_nominees=st.booleans(), insist=YES),
    act("ballot", election=OFFICES, in_favour=FIGURES, against=FIGURES, insist=YES),
    act(
        "offer_to_host", election=OFFICES, delegation=CODES, offer=st.just("There"), reason=REASONS
    ),
    act("accept_host_offer", election=OFFICES),
    act("reopen_election", election=OFFICES, reason=REASONS),
    act("correct_ballot", election=OFFICES, invalid=FIGURES, reason=REASONS),
    act("add_election", election=st.just("more"), title=st.just("More")),
)

NUMBERS = st.integers(1, 4)
VOTES = st.sampled_from([None, 0, 1, 2, 9])
METHODS = st.sampled_from([None, "consensus", "vote"])
FEW = st.sampled_from([None, ["1"], ["1-2"], ["2", "4-3"], ["1-4"], ["x"]])

ON_RECOMMENDATIONS = st.one_of(
    act("add_recommendation", text=st.sampled_from(["A", "B"]), number=st.none() | NUMBERS),
    act("add_recommendation", text=st.just("C")),
    act("amend_recommendation", number=NUMBERS, text=st.sampled_from(["A", "B"])),
    act("set_regional_priority", number=NUMBERS, regional_priority=st.booleans()),
    act(
        "approve_recommendation",
        number=NUMBERS,
        method=METHODS,
        in_favour=VOTES,
        against=VOTES,
        reason=REASONS,
    ),
    act("reject_recommendation", number=NUMBERS, method=METHODS, in_favour=VOTES, against=VOTES),
    act("approve_block", numbers=FEW, method=METHODS, in_favour=VOTES),
    act("defer_recommendation", number=NUMBERS, reason=REASONS),
    act("withdraw_recommendation", number=NUMBERS),
    act("reopen_recommendation", number=NUMBERS, reason=REASONS),
    act(
        "correct_recommendation",
        number=NUMBERS,
        text=st.sampled_from([None, "A", "B"]),
        in_favour=VOTES,
        reason=REASONS,
    ),
    act("reserve_recommendation", number=NUMBERS, delegation=CODES),
    act("unreserve_recommendation", number=NUMBERS, delegation=CODES),
)
"""What becomes of recommendations, which touches neither list nor floor."""

ON_THE_COURSE = st.one_of(ON_ADDRESSES, ON_THE_FLOOR, ON_THE_MEETING, act("undo"))
"""What may come while an address or an interlude is on."""

OTHERS = st.just("x")
DOCUMENTS = st.sampled_from(["plan", "plan", "more"])
ON_DOCUMENTS = st.one_of(
    act("add_document", document=st.just("more"), symbol=st.just("M"), title=st.just("More")),
    act("issue_revision", document=DOCUMENTS, revision=st.integers(0, 3)),
    act("propose_amendment", document=DOCUMENTS, delegation=CODES, reference=OTHERS, text=OTHERS),
    act(
        "settle_amendment",
        document=DOCUMENTS,
        number=st.integers(1, 2),
        outcome=st.sampled_from(["adopted", "rejected"]),
        reason=REASONS,
    ),
    act("withdraw_amendment", document=DOCUMENTS, number=st.integers(1, 2)),
    act("adopt_document", document=DOCUMENTS, insist=YES, reason=REASONS),
    act("adopt_document", document=DOCUMENTS, method=METHODS, in_favour=VOTES, reason=REASONS),
    act("reject_document", document=DOCUMENTS, insist=YES, reason=REASONS),
    act("defer_document", document=DOCUMENTS, reason=REASONS),
    act("reopen_document", document=DOCUMENTS, reason=REASONS),
    act("correct_document", document=DOCUMENTS, title=OTHERS, against=VOTES, reason=REASONS),
    act("correct_amendment", document=DOCUMENTS, number=st.just(1), text=OTHERS, reason=REASONS),
    act("reserve", document=DOCUMENTS, delegation=CODES),
    act("withdraw_reservation", document=DOCUMENTS, delegation=CODES),
)
"""What becomes of documents, which touches neither list nor floor."""

ALL = st.one_of(
    ON_WAITING_ENTRIES,
    ON_THE_FLOOR,
    ON_THE_FLOOR,
    ON_THE_MEETING,
    ON_ADDRESSES,
    ON_ELECTIONS,
    ON_RECOMMENDATIONS,
    ON_DOCUMENTS,
)

RULES = st.fixed_dictionaries(
    {
        "limit_seconds": st.just(20),
        "warnings_at_seconds": st.just((5,)),
        "at_limit": st.sampled_from(["withdraw", "withdraw", "alert"]),
        "extension_seconds": st.sampled_from([0, 10]),
        "turns_per_session": st.sampled_from([1, 50]),
        "pause_on_point_of_order": st.booleans(),
        "tie_upholds_ruling": st.booleans(),
        "check_in_required": st.sampled_from([False, False, False, True]),
        "quorum_to_open": st.sampled_from([0, 2]),
        "quorum_to_decide": st.sampled_from([0, 3]),
        "absent_when_called": st.sampled_from(["end_of_list", "struck"]),
        "quorum_to_vote": st.sampled_from([0, 2]),
        "election_majority": st.sampled_from(["majority", "plurality"]),
        "close_list_after_minutes": st.sampled_from([None, 1]),
    }
)

TIMES = st.sampled_from([1, 400, 5_000, 19_999, 20_000, 33_333, 61_000, 3_600_000])
"""Milliseconds that go by between two acts."""
