"""What the chair can say while offices are filled."""

from __future__ import annotations

from tipfloor.core.elections.offices import election_of
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Election
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.plain import plain


def of_elections(meeting: Meeting) -> str:
    """Return the chair's words for the elections of the current moment, empty where none are."""
    offices = [item for item in meeting.plan.elections if item.moment == meeting.moment]
    elected = " ".join(filter(None, (_elected(meeting, item) for item in offices)))
    waiting = [item for item in offices if election_of(meeting, item.code).result is None]
    if not waiting:
        return elected
    taken_up = (item for item in waiting if election_of(meeting, item.code).standing)
    following = next(taken_up, waiting[0])
    current = election_of(meeting, following.code)
    if elected and not current.standing:
        return f"{elected} {say('chair.next_election', office=plain(following.title))}"
    return _under_way(meeting, following, current)


def _elected(meeting: Meeting, office: ElectionPlan) -> str:
    """Return the result of an office, as long as nothing else has happened since."""
    result = election_of(meeting, office.code).result
    if result is None or result.at != meeting.latest:
        return ""
    return say(
        "chair.elected", delegation=_name(meeting, result.delegation), office=plain(office.title)
    )


def _under_way(meeting: Meeting, office: ElectionPlan, election: Election) -> str:
    title, standing = plain(office.title), election.standing
    names = [_name(meeting, item.delegation) for item in standing]
    if not standing:
        return say("chair.election", office=title)
    if election.ballots:
        return say("chair.second_ballot", office=title, candidates=_listed(names))
    if len(standing) > 1:
        return say("chair.candidates", office=title, candidates=_listed(names))
    by = _name(meeting, standing[0].nominated_by)
    return say("chair.candidate", by=by, delegation=names[0])


def _listed(names: list[str]) -> str:
    *former, last = names
    return say("chair.and").join([", ".join(former), last]) if former else last


def _name(meeting: Meeting, code: str) -> str:
    return plain(meeting.plan.name_of(code))
