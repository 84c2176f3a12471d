"""What a line of the log tells of an event: its facts in words, and its manner where it has any.

The manner chooses among the catalogue's variants of one kind of event.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tipfloor.core.corrections.by_hand import RemarkEntered
from tipfloor.core.corrections.naming import SpeakerNamed
from tipfloor.core.corrections.remark_corrections import RemarkCorrected
from tipfloor.core.course.adjournment import MeetingAdjourned
from tipfloor.core.course.closure import MeetingClosed
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.course.moments import MomentBegan
from tipfloor.core.course.notes import NoteTaken
from tipfloor.core.course.sessions import SessionEnded
from tipfloor.core.deciding.flat import HowTaken
from tipfloor.core.documents.adoption import DocumentDecided
from tipfloor.core.documents.amending import AmendmentDecided
from tipfloor.core.documents.reserving import DocumentReserved
from tipfloor.core.elections.acclaiming import Elected
from tipfloor.core.elections.balloting import BallotHeld
from tipfloor.core.elections.nominations import Nominated
from tipfloor.core.floor.addresses import AddressBegun
from tipfloor.core.floor.calling import AbsentWhenCalled
from tipfloor.core.floor.discretion import ClockDiscreet
from tipfloor.core.floor.floor import FloorGiven, RemarkEnded, SpeakerStopped
from tipfloor.core.floor.order_of_addresses import AddressAdded
from tipfloor.core.floor.outages import OutageBegan
from tipfloor.core.floor.restarts import MachineRestarted
from tipfloor.core.floor.timekeeping import FloorWithdrawn
from tipfloor.core.ground.event import Event
from tipfloor.core.list.inscription import Inscribed
from tipfloor.core.list.limits import LimitChanged
from tipfloor.core.orders.appealing import AppealVoted
from tipfloor.core.plan.plan import DelegationPlan, Plan, SessionPlan
from tipfloor.core.plan.programme import AddressPlan, DocumentPlan, ElectionPlan, RecommendationPlan
from tipfloor.core.recommendations.approval import RecommendationDecided
from tipfloor.core.recommendations.block import BlockAdopted
from tipfloor.core.recommendations.drafting import (
    RecommendationAdded,
    RecommendationAmended,
    RegionalPrioritySet,
)
from tipfloor.core.registration.admission import DelegationAdmitted
from tipfloor.core.registration.attempts import AttemptStopped
from tipfloor.core.registration.presiding import PresidingChanged
from tipfloor.core.registration.quorum_watch import QuorumChanged
from tipfloor.core.registration.registration import CheckedIn, CheckInAmended
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.words import has, say
from tipfloor.words.capacities import capacity_text, noted_text
from tipfloor.words.majorities import against_needed_text, needed_text, with_needed
from tipfloor.words.numerals import roman
from tipfloor.words.refusing import left_text
from tipfloor.words.series import series
from tipfloor.words.times import date_of, span, span_exact

Facts = dict[str, object]


def facts_of(event: Event, remark: Remark | None, meeting: Meeting) -> Facts:
    """Return the facts of an event in words, with the durations of its remark if there is one."""
    facts = dict(_remark_facts(remark)) if remark else {}
    facts |= _tally(event)
    facts |= _needed_votes(event)
    for name, value in vars(event).items():
        if name in _FACTS and value is not None:
            facts |= _FACTS[name](value, meeting.plan)
    if "capacity" in facts:
        whose = vars(event).get("delegation") or (remark.entry.delegation if remark else "")
        facts["capacity"] = capacity_text(vars(event)["capacity"], whose, meeting.plan)
    if noted := vars(event).get("noted"):
        facts["noted"] = noted_text(noted, vars(event)["delegation"], meeting.plan)
    return facts


def manner_of(event: Event, remark: Remark | None) -> str:
    """Return the manner in which an event came about, empty where there is only one."""
    match event:
        case FloorGiven():
            return _manner_of_giving(event)
        case RemarkEnded() if remark:
            return "by_chair" if event.by == "chair" else "spoken"
        case FloorWithdrawn() if remark:
            return "recovered" if event.recovered else "at"
        case MachineRestarted() if event.behind_milliseconds:
            return "behind"
        case SpeakerStopped() if remark:
            return "over"
        case Inscribed():
            return _manner_of_asking(event)
        case SpeakerNamed(person=None):
            return "nobody"
        case AttemptStopped():
            return event.stopped
        case NoteTaken():
            return "" if event.note == "note" else event.note
        case SessionEnded():
            return event.waiting or ""
        case AbsentWhenCalled(struck=True):
            return "struck"
        case ClockDiscreet(discreet=False):
            return "plain"
        case MomentBegan(present=int()):
            return "no_quorum"
        case CheckedIn():
            return _manner_of_arriving(event)
        case CheckInAmended():
            return _manner_of_amending(event)
        case DelegationAdmitted(admitted=DelegationPlan(state=True)):
            return "state"
        case QuorumChanged():
            return "" if event.met else "lost"
        case AddressBegun() if event.limit_seconds is not None:
            return "limit"
        case AddressAdded() if event.address.kind == "report":
            return "report"
        case OutageBegan() if event.what:
            return "what"
        case MeetingClosed() if event.left_open:
            return "left"
        case PresidingChanged() if event.elected:
            return "not_elected" if event.delegation else "nobody"
        case PresidingChanged() if event.delegation:
            return "delegation"
        case RemarkCorrected() | RemarkEntered() if event.noted:
            return "otherwise"
        case Nominated() if event.seconded_by:
            return "seconded"
        case BallotHeld():
            return event.outcome if event.against is None else f"{event.outcome}_alone"
        case Elected():
            return f"{event.method}_away" if event.away else event.method
        case LimitChanged(session=None):
            return "all"
        case RecommendationDecided():
            return _manner_of_deciding(event)
        case DocumentDecided() | AmendmentDecided():
            return f"{event.outcome}_vote" if event.method == "vote" else event.outcome
        case DocumentReserved(recorded="footnote" | "explanation"):
            return event.recorded
        case BlockAdopted(method="vote"):
            return "vote"
        case RecommendationAmended() if event.delegation:
            return "delegation"
        case RecommendationAdded() if event.recommendation.regional_priority:
            return "priority"
        case RegionalPrioritySet(regional_priority=False):
            return "unmarked"
        case AppealVoted():
            return event.outcome
        case MeetingAdjourned():
            return _manner_of_adjourning(event)
        case MeetingConvened() if event.rehearsal_speed is not None:
            return "rehearsal"
    return ""


def mark_text(mark: str) -> str:
    """Return the mark of a remark in words, its code where there are none."""
    key = f"export.mark_{mark}"
    return say(key) if has(key) else mark


def _manner_of_giving(event: FloorGiven) -> str:
    manner = "" if event.place == 1 else "out_of_order"
    if event.limit_seconds is not None:
        return manner
    return f"{manner}_no_limit" if manner else "no_limit"


def _manner_of_deciding(event: RecommendationDecided) -> str:
    if event.method == "vote":
        return f"{event.fate}_vote"
    return f"{event.fate}_delegation" if event.delegation else event.fate


def _manner_of_asking(event: Inscribed) -> str:
    if event.noted:
        return "otherwise"
    if event.remark_kind == "reply":
        return "reply"
    if event.on_behalf_of:
        return "behalf"
    if event.after_closing:
        return "after_closing"
    if event.general_report:
        return "report_insisted" if event.insisted else "report"
    return "again" if event.turn > 1 else ""


def _manner_of_adjourning(event: MeetingAdjourned) -> str:
    until = "until" if event.resumes else ""
    if event.waiting != "not_heard":
        return until
    return f"{until}_not_heard" if until else "not_heard"


def _manner_of_arriving(event: CheckedIn) -> str:
    manner = "designated" if event.capacity == "designated_delegate" else ""
    if not event.late:
        return manner
    return f"{manner}_late" if manner else "late"


def _manner_of_amending(event: CheckInAmended) -> str:
    if event.late:
        return "late"
    return "accredited" if event.accredited_on else ""


def _admitted(row: DelegationPlan, plan: Plan) -> Facts:
    # Its own name: once the admission is undone, the roster has it no more.
    name = getattr(row.name, plan.meeting.language) or next(iter(row.name.each()), row.code)
    return {"delegation": name, "code": row.code}


def _date(when: date, plan: Plan) -> Facts:
    return {"date": date_of(when)}


def _remark_facts(remark: Remark) -> Facts:
    # An ended remark needs no instant; one under way is never told by its durations.
    end = remark.stopped_at or remark.ended_at or remark.given_at
    return {
        "spoken": span(remark.speaking(end)),
        "over": span_exact(remark.over_time(end)),
        "allotted": span(remark.limit or 0),
    }


def _address(address: str | AddressPlan, plan: Plan) -> Facts:
    return {"address": plan.name_of(address) if isinstance(address, str) else address.office}


def _moment(code: str, plan: Plan) -> Facts:
    place = plan.moment_index.get(code)
    if place is None:
        return {"numeral": "?", "moment": code}
    return {"numeral": roman(place + 1), "moment": plan.moments[place].title}


def _session(session: str | SessionPlan, plan: Plan) -> Facts:
    planned = plan.session(session) if isinstance(session, str) else session
    return {"session": planned.title if planned else session}


def _names(codes: tuple[str, ...], plan: Plan) -> Facts:
    return {"behalf": ", ".join(plan.name_of(code) for code in codes)}


def _tally(event: Event) -> Facts:
    taken = event.taken if isinstance(event, HowTaken) else None
    if taken is None or taken.tally is None:
        return {}
    votes = "-".join(map(str, taken.tally))
    return {"votes": with_needed(votes, needed_text(taken.majority, taken.votes_needed))}


def _needed_votes(event: Event) -> Facts:
    """Return what a ballot or the vote on an appeal needed, as it follows the figures."""
    if isinstance(event, BallotHeld):
        told = needed_text(event.majority, event.votes_needed)
    elif isinstance(event, AppealVoted):
        told = against_needed_text(event.majority, event.votes_needed)
    else:
        return {}
    return {"needed_votes": with_needed("", told)}


def _recommendation(row: RecommendationPlan, plan: Plan) -> Facts:
    return {"number": row.number}


def _seconds(milliseconds: int, plan: Plan) -> Facts:
    return {"seconds": f"{milliseconds / 1000:g}"}


def _limit(seconds: int, plan: Plan) -> Facts:
    return {"limit": span(seconds * 1000)}


def _election(election: str | ElectionPlan, plan: Plan) -> Facts:
    planned = plan.row("elections", election) if isinstance(election, str) else election
    return {"election": planned.title if isinstance(planned, ElectionPlan) else election}


def _document(document: str | DocumentPlan, plan: Plan) -> Facts:
    planned = plan.row("documents", document) if isinstance(document, str) else document
    return {"document": planned.title if isinstance(planned, DocumentPlan) else document}


def _votes(votes: dict[str, int], plan: Plan) -> Facts:
    return {"votes": ", ".join(f"{plan.name_of(code)} {n}" for code, n in votes.items())}


_FACTS: dict[str, Callable[..., Facts]] = {
    "plan": lambda value, plan: {"title": value.meeting.title},
    "moment": _moment,
    "session": _session,
    "delegation": lambda value, plan: {"delegation": plan.name_of(value)},
    "elected": lambda value, plan: {"elected": plan.name_of(value)},
    "office": lambda value, plan: {"office": say(f"log.office_{value}")},
    "other": lambda value, plan: {"other": plan.name_of(value)},
    "to": lambda value, plan: {"other": plan.name_of(value)},
    "on_behalf_of": _names,
    "position": lambda value, plan: {"place": value},
    "place": lambda value, plan: {"place": value},
    "limit_seconds": _limit,
    "seconds": _limit,
    "milliseconds": _seconds,
    "by_milliseconds": _seconds,
    "behind_milliseconds": _seconds,
    "number": lambda value, plan: {"number": value},
    "numbers": lambda value, plan: {"numbers": series(value)},
    "recommendation": _recommendation,
    "text": lambda value, plan: {"text": value},
    "mark": lambda value, plan: {"mark": mark_text(value)},
    "admitted": _admitted,
    "accredited_on": _date,
    "capacity": lambda value, plan: {"capacity": say(f"export.capacity_{value}")},
    "purpose": lambda value, plan: {"purpose": say(f"log.purpose_{value}")},
    "present": lambda value, plan: {"present": value},
    "needed": lambda value, plan: {"needed": value},
    "base": lambda value, plan: {"base": value},
    "election": _election,
    "votes": _votes,
    "document": _document,
    "revision": lambda value, plan: {"revision": value},
    "reference": lambda value, plan: {"reference": value},
    "against": lambda value, plan: {"against": value},
    "in_favour": lambda value, plan: {"in_favour": value},
    "abstaining": lambda value, plan: {"abstaining": value},
    "resumes": lambda value, plan: {"resumes": value},
    "nominated_by": lambda value, plan: {"by": plan.name_of(value)},
    "seconded_by": lambda value, plan: {"second": plan.name_of(value)},
    "address": _address,
    "lasted": lambda value, plan: {"lasted": span_exact(value)},
    "what": lambda value, plan: {"what": value},
    "left_open": lambda value, plan: {"left": left_text(value)},
    "ruling": lambda value, plan: {"ruling": value},
}
"""How each field of an event is put in words; fields that are not here are not told."""
