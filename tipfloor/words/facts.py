"""What a line of the log tells of an event: its fields in words, each by the facts it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import asdict, replace

from tipfloor.core.ground.event import Event
from tipfloor.core.ground.listed import moment_of
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.translations import IN_OTHERS, told_in
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.words import say
from tipfloor.words.capacities import capacity_text, noted_text
from tipfloor.words.joining import beside
from tipfloor.words.marks import mark_text
from tipfloor.words.numerals import roman
from tipfloor.words.offered import interlude_text, ruling_text
from tipfloor.words.series import series
from tipfloor.words.times import date_of, span, span_exact
from tipfloor.words.when import Announced

Facts = dict[str, object]
Teller = Callable[[Any, Plan], object]

UNKNOWN = "?"
"""What stands for a fact that the record does not have."""


def facts_of(event: Event, remark: Remark | None, meeting: Meeting) -> Facts:
    """Return the facts of an event in words, with the durations of its remark if there is one."""
    plan = meeting.plan
    fields = asdict(_told(event, plan))
    facts = dict(_remark_facts(remark)) if remark else {}
    facts |= _vote_facts(fields)
    for name, value in fields.items():
        for fact, teller in FACTS.get(name, {}).items():
            facts[fact] = UNKNOWN if value is None else teller(value, plan)
    whose = fields.get("delegation") or (remark.entry.delegation if remark else "")
    if capacity := fields.get("capacity"):
        facts["capacity"] = capacity_text(capacity, whose, plan)
    if noted := fields.get("noted"):
        facts["noted"] = noted_text(noted, whose, plan)
    return facts


def _told(event: Event, plan: Plan) -> Event:
    """Return an event with its texts, or those of the row that it added, in the plan's language."""
    language, first = plan.meeting.language, plan.first_language
    if language == first:
        return event
    fields: dict[str, Any] = asdict(event)
    rows = {
        name: told_in(row, language, first)
        for name, row in fields.items()
        if hasattr(row, IN_OTHERS)
    }
    told: Any = replace(event, **rows) if rows else event
    result: Event = told_in(told, language, first) if IN_OTHERS in fields else told
    return result


def _remark_facts(remark: Remark) -> Facts:
    # An ended remark needs no instant; one under way is never told by its durations.
    end = remark.stopped_at or remark.ended_at or remark.given_at
    return {
        "spoken": span(remark.speaking(end)),
        "over": span_exact(remark.over_time(end)),
        "allotted": span(remark.limit or 0),
    }


def _vote_facts(fields: Mapping[str, Any]) -> Facts:
    """Return the votes of a decision and what it needed, as one thing and as what follows them."""
    if "votes_needed" not in fields:
        return {}
    from tipfloor.words.majorities import against_needed_text, needed_text, with_needed  # of votes

    majority, needed = fields.get("majority"), fields["votes_needed"]
    told = needed_text(majority, needed)
    counts = [fields.get(name) or 0 for name in ("in_favour", "against", "abstaining")]
    return {
        "votes": with_needed("-".join(map(str, counts)), told),
        "needed_votes": with_needed("", told),
        "needed_against": with_needed("", against_needed_text(majority, needed)),
    }


def _row(table: str, column: str) -> Teller:
    """Return what tells a planned thing, which the event names or has with it, by a column."""

    def told(value: Any, plan: Plan) -> object:
        row = plan.row(table, value) if isinstance(value, str) else value
        return getattr(row, column, value)

    return told


def _name(code: str, plan: Plan) -> object:
    return plan.name_of(code)


def _admitted_name(row: DelegationPlan, plan: Plan) -> object:
    # Its own name: once the admission is undone, the roster has it no more.
    return row.named(plan.meeting.language, plan.first_language) or row.code


def _numeral(code: str, plan: Plan) -> object:
    place = plan.moment_index.get(code)
    return UNKNOWN if place is None else roman(place + 1)


def _moment(code: str, plan: Plan) -> object:
    place = plan.moment_index.get(code)
    return code if place is None else plan.moments[place].title


def _list_title(value: Any, plan: Plan) -> object:
    moment = moment_of(value) if isinstance(value, str) else None
    return _moment(moment, plan) if moment else _row("sessions", "title")(value, plan)


def _ballots(votes: Mapping[str, int], plan: Plan) -> object:
    return beside(f"{plan.name_of(code)} {number}" for code, number in votes.items())


def _left(counted: Mapping[str, object], plan: Plan) -> object:
    from tipfloor.words.refusing import left_text  # at a closing

    return left_text(counted)


def _as_it_is(value: object, plan: Plan) -> object:
    return value


def _seconds(milliseconds: int, plan: Plan) -> object:
    return f"{milliseconds / 1000:g}"


def _limit(seconds: int, plan: Plan) -> object:
    return span(seconds * 1000)


FACTS: dict[str, dict[str, Teller]] = {
    "plan": {"title": lambda value, plan: plan.meeting.title},
    "moment": {"numeral": _numeral, "moment": _moment},
    "session": {"session": _list_title},
    "election": {"election": _row("elections", "title")},
    "document": {"document": _row("documents", "title")},
    "address": {"address": _row("addresses", "office")},
    "recommendation": {"number": lambda value, plan: getattr(value, "number", value)},
    "remark_kind": {"purpose": lambda value, plan: say(f"export.kind_{value}")},
    "admitted": {"delegation": _admitted_name, "code": lambda value, plan: value.code},
    "delegation": {"delegation": _name},
    "elected": {"elected": _name},
    "other": {"other": _name},
    "to": {"other": _name},
    "nominated_by": {"by": _name},
    "seconded_by": {"second": _name},
    "on_behalf_of": {"behalf": lambda value, plan: tuple(map(plan.name_of, value))},
    "votes": {"votes": _ballots},
    "position": {"place": _as_it_is},
    "limit_seconds": {"limit": _limit},
    "seconds": {"limit": _limit},
    "milliseconds": {"seconds": _seconds},
    "by_milliseconds": {"seconds": _seconds},
    "behind_milliseconds": {"seconds": _seconds},
    "numbers": {"numbers": lambda value, plan: series(value)},
    "mark": {"mark": lambda value, plan: mark_text(value)},
    "office": {"office": lambda value, plan: say(f"log.office_{value}")},
    "purpose": {"purpose": lambda value, plan: say(f"log.purpose_{value}")},
    "capacity": {"capacity": _as_it_is},
    "noted": {"noted": _as_it_is},
    "accredited_on": {"date": lambda value, plan: date_of(value)},
    "lasted": {"lasted": lambda value, plan: span_exact(value)},
    "left_open": {"left": _left},
    "resumes": {"resumes": lambda value, plan: Announced(value, on_screen=True)},
    "place": {"place": _as_it_is},
    "number": {"number": _as_it_is},
    "text": {"text": _as_it_is},
    "item": {"item": lambda value, plan: say(f"log.item_{value}")},
    "present": {"present": _as_it_is},
    "needed": {"needed": _as_it_is},
    "base": {"base": _as_it_is},
    "revision": {"revision": _as_it_is},
    "reference": {"reference": _as_it_is},
    "in_favour": {"in_favour": _as_it_is},
    "against": {"against": _as_it_is},
    "abstaining": {"abstaining": _as_it_is},
    "what": {"what": lambda value, plan: interlude_text(value)},
    "ruling": {"ruling": lambda value, plan: ruling_text(value)},
}
"""The facts that each field of an event gives, and how; fields that are not here are not told."""
