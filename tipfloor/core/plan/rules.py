"""The procedure of a meeting: what a body can set otherwise, and how its own rules put it."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.ground.fields import (
    LONGEST_LIMIT,
    Day,
    InLanguages,
    LimitSeconds,
    Seats,
    Table,
    Text,
)
from tipfloor.core.ground.majority import Majority

Standing = Literal["members", "delegations"]
"""Who may do a thing: the members, or every delegation of the roster, observers included."""


class RuleTexts(Table):
    """How the meeting's own rules put what a refusal names; the program's words where absent."""

    worded: ClassVar[tuple[str, ...]] = (
        "time_limit",
        "in_person_only",
        "slides_not_permitted",
        "general_reports",
        "check_in",
        "accreditation",
    )

    time_limit: Text | None = None
    in_person_only: Text | None = None
    slides_not_permitted: Text | None = None
    general_reports: Text | None = None
    check_in: Text | None = None
    accreditation: Text | None = None
    translations: InLanguages = {}


class Rules(Table):
    """The procedure of the meeting: every figure and switch that a body may set otherwise."""

    limit_seconds: LimitSeconds = 120
    warnings_at_seconds: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=LONGEST_LIMIT)], ...], Meta(max_length=2)
    ] = (30, 10)
    at_limit: Literal["withdraw", "alert"] = "withdraw"
    extension_seconds: Annotated[int, Meta(ge=0, le=LONGEST_LIMIT)] = 0
    turns_per_session: Annotated[int, Meta(ge=1, le=100)] = 1
    pause_on_point_of_order: bool = True
    tie_upholds_ruling: bool = True
    in_person_only: bool = True
    slides_permitted: bool = False
    check_in_required: bool | None = None
    """None requires it once the first delegation has been checked in."""
    quorum_to_open: Seats = 0
    quorum_to_decide: Seats = 0
    quorum_to_vote: Seats = 0
    entitled_to_sit: Seats | None = None
    election_majority: Literal["majority", "plurality"] = "majority"
    documents_majority: Majority = "members"
    recommendations_majority: Majority = "members"
    appeals_majority: Majority = "simple"
    may_propose: Standing = "members"
    may_vote: Standing = "members"
    accreditation_by: Day | None = None
    general_reports_in_introductory_only: bool = True
    absent_when_called: Literal["end_of_list", "struck"] = "end_of_list"
    joint_limit_seconds: LimitSeconds | None = None
    reply_limits_seconds: Annotated[tuple[LimitSeconds, ...], Meta(max_length=10)] = (120, 60)
    close_list_after_minutes: Annotated[int, Meta(ge=1, le=1440)] | None = None
    changeover_seconds: Annotated[int, Meta(ge=0, le=600)] = 20
    remind_after_seconds: Annotated[int, Meta(ge=5, le=3600)] = 45
    bell: bool = False
    texts: RuleTexts = RuleTexts()
