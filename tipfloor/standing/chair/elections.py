"""What the chair can say while offices are filled."""

from __future__ import annotations

from tipfloor.core.elections.offices import election_of
from tipfloor.core.leading.open_business import office_to_fill, open_to_offers
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Election
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.chair.decided import Business
from tipfloor.standing.chair.names import name, titled_office
from tipfloor.standing.chair.said import Part, Said, so
from tipfloor.words import say


def of_elections(meeting: Meeting) -> Business:
    """Return who was just elected, and the question on the office or the offer that is next."""
    offices = [item for item in meeting.plan.elections if item.moment == meeting.moment]
    elected = tuple(part for item in offices for part in _elected(meeting, item))
    following = office_to_fill(meeting)
    if following is None:
        return (*elected, *_accepted(meeting)), _of_offers(meeting)
    return elected, _under_way(meeting, following, again=bool(elected))


def _elected(meeting: Meeting, office: ElectionPlan) -> Said:
    """Return the result of an office, as long as nothing else has happened since."""
    result = election_of(meeting, office.code).result
    if result is None or result.at != meeting.latest:
        return ()
    who = name(meeting, result.delegation)
    short = say("chair.elected_short", delegation=who)
    return (Part(say("chair.elected", delegation=who, office=titled_office(office)), 2, short),)


def _under_way(meeting: Meeting, office: ElectionPlan, *, again: bool) -> Said:
    current, title = election_of(meeting, office.code), titled_office(office)
    if not current.standing:
        short = say("chair.next_election", office=title)
        return so(short) if again else (Part(say("chair.election", office=title), 1, short),)
    return _of_candidates(meeting, current, title)


def _of_candidates(meeting: Meeting, election: Election, title: str) -> Said:
    standing = election.standing
    names = tuple(name(meeting, item.delegation) for item in standing)
    if election.ballots:
        again = Part(say("chair.second_ballot", office=title), 1)
        return (again, Part(say("chair.vote_again", candidates=names)))
    if len(standing) > 1:
        vote = Part(say("chair.candidates", office=title, candidates=names), 1)
        return (vote, Part(say("chair.to_the_vote")))
    by = name(meeting, standing[0].nominated_by)
    nominated = say("chair.candidate", by=by, delegation=names[0], office=title)
    short = say("chair.candidate_short", delegation=names[0])
    return (Part(nominated, 1, short), Part(say("chair.other_nominations")))


def _of_offers(meeting: Meeting) -> Said:
    """Return the question on hosting the next meeting, where it goes with an office of here."""
    taking = open_to_offers(meeting)
    if taking is None:
        return ()
    if not taking.offers:
        return so(say("chair.who_hosts"))
    names = tuple(name(meeting, item.delegation) for item in taking.offers)
    key = "chair.host_offers" if len(taking.offers) > 1 else "chair.host_offer"
    return so(say(key, delegation=names))


def _accepted(meeting: Meeting) -> Said:
    """Return whose offer was accepted, as long as nothing else has happened since."""
    here = [item for item in meeting.plan.elections if item.moment == meeting.moment]
    offers = (offer for item in here for offer in election_of(meeting, item.code).offers)
    fresh = (offer for offer in offers if offer.accepted_at == meeting.latest)
    names = [name(meeting, offer.delegation) for offer in fresh]
    return tuple(
        Part(
            say("chair.host_accepted", delegation=who),
            1,
            say("chair.host_accepted_short", delegation=who),
        )
        for who in names
    )
