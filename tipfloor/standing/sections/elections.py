"""The offices to be filled in this moment: who is nominated, who was elected and how."""

from __future__ import annotations

from tipfloor.core.elections.offices import election_of
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Ballot, Election, ElectionResult, Nomination
from tipfloor.standing.line import Line, Lines, Role
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.sections.tallies import with_needed
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

INDENT = "  "


def elections(outlook: Outlook, width: int) -> Lines:
    """Return each office of the current moment with its state."""
    meeting = outlook.meeting
    lines: list[Line] = []
    for office in meeting.plan.elections:
        current = election_of(meeting, office.code)
        if meeting.moment in (office.moment, *current.moments):
            lines += [_head(office, current), *_rows(current)]
    return tuple(line.truncated(width) for line in lines)


def _head(office: ElectionPlan, election: Election) -> Line:
    sign: tuple[str, Role] = ("○", "quiet")
    if election.result:
        sign = ("✓", "strong done")
    elif election.ballots:
        sign = ("✗", "strong warning")
    return Line.of(sign, " ", (plain(office.title), "strong"))


def _rows(election: Election) -> list[Line]:
    if election.result:
        rows = [_elected(election.result, election)]
    else:
        rows = _undecided(election.ballots[-1]) if election.ballots else []
        rows += [_nominee(item) for item in election.standing]
    return [*rows, *_offers(election)]


def _elected(result: ElectionResult, election: Election) -> Line:
    how = say("desk.office_acclaimed")
    if result.method == "vote" and election.ballots:
        last = election.ballots[-1]
        how = with_needed(tally(last), last.votes_needed)
    away = f" · {say('desk.office_away')}" if result.away else ""
    return Line.of(INDENT, (result.delegation, "strong accent"), f" {how}{away}")


def _undecided(ballot: Ballot) -> list[Line]:
    key = f"desk.office_{ballot.outcome}"
    told = [say(key, number=ballot.number + 1, tally=tally(ballot))]
    if ballot.votes_needed is not None:
        told.append(say("desk.votes_needed", needed=ballot.votes_needed))
    return [Line.of((INDENT + line, "warning")) for line in told]


def _nominee(nomination: Nomination) -> Line:
    key = "desk.office_seconded" if nomination.seconded_by else "desk.office_by"
    by = say(key, by=nomination.nominated_by, seconds=beside(nomination.seconded_by))
    return Line.of(INDENT, (nomination.delegation, "strong accent"), (f" {by}", "quiet"))


def _offers(election: Election) -> list[Line]:
    rows = []
    for offer in election.offers:
        sign = "✓ " if offer.accepted_at else ""
        words = say("desk.office_host", text=plain(offer.text))
        rows.append(Line.of(INDENT, sign, (offer.delegation, "strong"), f" {words}"))
    return rows


def tally(ballot: Ballot) -> str:
    """Return the figures of a ballot: "12-9-3", abstentions last, those for candidates in order."""
    votes = sorted((figure for _, figure in ballot.votes), reverse=True)
    against = [] if ballot.against is None else [ballot.against]
    return "-".join(map(str, (*votes, *against, ballot.abstaining)))
