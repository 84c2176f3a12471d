"""The offices to be filled: looking up their elections, and what binds every act on them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tipfloor.core.ground.act import needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import is_away
from tipfloor.core.plan.plan import Row
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.registration.presiding import PresidingChanged
from tipfloor.core.registration.quorum import Quorum, seats
from tipfloor.core.state.election import Election, Nomination
from tipfloor.core.state.meeting import Meeting


def elections_of(meeting: Meeting, office: str) -> tuple[Election, ...]:
    """Return every filling of an office in order, the current one last."""
    return meeting.elections.get(office, (Election(),))


def election_of(meeting: Meeting, office: str) -> Election:
    """Return the current filling of an office."""
    return elections_of(meeting, office)[-1]


def with_election(meeting: Meeting, office: str, **changes: Any) -> Meeting:
    """Return the meeting with the current filling of an office changed in the current moment."""
    *former, current = elections_of(meeting, office)
    moments = tuple(dict.fromkeys((*current.moments, meeting.moment)))
    changed = replace(current, moments=moments, **changes)
    return meeting.having(elections={**meeting.elections, office: (*former, changed)})


def office_planned(meeting: Meeting, code: str) -> ElectionPlan:
    """Find an office to be filled by its code. Raises Refused."""
    found: Row | None = meeting.plan.row("elections", code)
    if not isinstance(found, ElectionPlan):
        known = ", ".join(item.code for item in meeting.plan.elections)
        raise Refused("unknown_election", Rule.ELECTIONS, given=code, known=known)
    return found


def under_way(meeting: Meeting, code: str) -> Election:
    """Return the election of an office that is not filled yet. Raises Refused."""
    meeting.refuse_while_suspended()
    office, current = office_planned(meeting, code), election_of(meeting, code)
    if current.result:
        elected = meeting.plan.name_of(current.result.delegation)
        raise Refused("elected_already", Rule.ELECTIONS, office=office.title, delegation=elected)
    return current


def reason_for_now(meeting: Meeting, code: str, reason: str | None) -> str | None:
    """Return the reason, refusing a missing one outside the moment of the election.

    Once it was taken up in another moment no further reason is needed there.
    """
    in_place = (office_planned(meeting, code).moment, *election_of(meeting, code).moments)
    return reason if meeting.moment in in_place else needs_reason(reason)


def member(meeting: Meeting, given: str) -> str:
    """Return the code of a member: nobody else is elected, or hosts. Raises Refused."""
    found = meeting.delegation(given)
    if found.code not in seats(meeting):
        raise Refused("no_state", Rule.ELECTIONS, delegation=meeting.plan.name_of(found.code))
    return found.code


def nomination_of(meeting: Meeting, office: str, given: str) -> Nomination:
    """Find a delegation's nomination in an election under way. Raises Refused."""
    current, code = under_way(meeting, office), meeting.delegation(given).code
    found = current.nomination(code)
    if found is None:
        raise Refused(
            "not_nominated",
            Rule.ELECTIONS,
            delegation=meeting.plan.name_of(code),
            office=office_planned(meeting, office).title,
        )
    return found


def taking_the_chair(meeting: Meeting, now: Instant, office: str, elected: str) -> list[Event]:
    """Return the event by which an elected chair presides at once, none for other offices.

    A vice chair presides only when the chair is handed over, and nobody does while absent.
    """
    presiding = meeting.presiding
    is_chair = office_planned(meeting, office).presides == "chair"
    presides_already = (presiding.office, presiding.delegation) == ("chair", elected)
    if not is_chair or presides_already or is_away(meeting, elected):
        return []
    return [PresidingChanged(at=now, office="chair", delegation=elected)]


def quorum_facts(found: Quorum) -> dict[str, Any]:
    """Return how many were present and how many were needed, as an event keeps them."""
    return {"present": found.present, "needed": found.needed}
