"""Elections in the sentences of minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from tipfloor.core.elections.offices import elections_of
from tipfloor.core.plan.plan import Name
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Ballot, Election, ElectionResult, HostOffer, Nomination
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.majorities import needed_text, with_needed


def election_paragraphs(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give a paragraph for each filling of an office that was dealt with last in a moment."""
    for office in snapshot.meeting.plan.elections:
        for told in told_of_office(snapshot, office, moment):
            yield " ".join([say("export.election", office=_title(office)), told])


def told_of_office(snapshot: Snapshot, office: ElectionPlan, moment: str) -> Iterator[str]:
    """Give the sentences of each filling of one office that was dealt with last in a moment."""
    for election in elections_of(snapshot.meeting, office.code):
        if election.moments[-1:] == (moment,):
            sentences = list(_sentences(snapshot.meeting, _title(office), election, str))
            if sentences:
                yield " ".join(sentences)


def elected_in_force(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give a paragraph for each office filled in a moment, by the election that holds."""
    meeting = snapshot.meeting
    for office in meeting.plan.elections:
        election = elections_of(meeting, office.code)[-1]
        result = election.result
        if election.moments[-1:] == (moment,) and (result or election.offers):
            title = Name.of(office, snapshot.own(office.title))
            there = replace(election, result=result and replace(result, away=False))
            told = _sentences(meeting, title, there, snapshot.own)
            yield " ".join([say("export.election", office=title), *told])


def _sentences(
    meeting: Meeting, office: str, election: Election, own: Callable[[str], str]
) -> Iterator[str]:
    for nomination in election.nominations:
        yield from _nominated(meeting, nomination)
    for ballot in election.ballots:
        yield _held(meeting, ballot)
    if election.result:
        yield _elected(meeting, office, election.result)
    for offer in election.offers:
        yield _offered(meeting, offer, own)
    if election.superseded_at:
        yield say("export.election_reopened")


def _nominated(meeting: Meeting, item: Nomination) -> Iterator[str]:
    facts = {"by": _name(meeting, item.nominated_by), "nominee": _name(meeting, item.delegation)}
    if item.seconded_by:
        seconds = tuple(_name(meeting, code) for code in item.seconded_by)
        key = "export.nominated_seconded" if len(item.seconded_by) == 1 else "export.nominated_by"
        yield say(key, seconds=seconds, **facts)
    else:
        yield say("export.nominated", **facts)
    if item.withdrawn_at:
        yield say("export.nomination_withdrawn", nominee=facts["nominee"])


def _held(meeting: Meeting, ballot: Ballot) -> str:
    facts = {"number": ballot.number, "abstaining": ballot.abstaining, "invalid": ballot.invalid}
    if ballot.against is not None:
        (code, in_favour), *_ = ballot.votes
        figures = say("export.ballot_alone", in_favour=in_favour, against=ballot.against, **facts)
        figures = say("export.votes_of", name=_name(meeting, code), votes=figures)
    else:
        votes = (say("export.votes_of", name=_name(meeting, c), votes=n) for c, n in ballot.votes)
        figures = say("export.ballot_several", votes=beside(votes), **facts)
    figures = with_needed(figures, needed_text(ballot.majority, ballot.votes_needed))
    held = say("export.ballot", figures=figures, **facts)
    return held if ballot.outcome == "elected" else f"{held} {say('export.nobody_elected')}"


def _elected(meeting: Meeting, office: str, result: ElectionResult) -> str:
    facts = {"name": _name(meeting, result.delegation), "office": office}
    quorum = {"present": result.present, "needed": result.needed}
    key = "export.elected_away" if result.away else "export.elected"
    how = say(f"export.elected_by_{result.method}")
    elected = say(key, how=how, **facts)
    return f"{elected} {say('export.election_quorum', **quorum)}" if result.needed else elected


def _offered(meeting: Meeting, offer: HostOffer, own: Callable[[str], str]) -> str:
    key = "export.host_accepted" if offer.accepted_at else "export.host_offered"
    return say(key, name=_name(meeting, offer.delegation), offer=own(offer.text))


def _title(office: ElectionPlan) -> str:
    return Name.of(office, office.title)


def _name(meeting: Meeting, code: str) -> str:
    return meeting.plan.name_of(code)
