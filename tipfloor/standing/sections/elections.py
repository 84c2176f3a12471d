"""The offices to be filled in this moment: who is nominated, who was elected and how."""

from __future__ import annotations

from textual.content import Content

from tipfloor.core.elections.offices import election_of
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Ballot, Election, ElectionResult, Nomination
from tipfloor.desk.boards.tallies import with_needed
from tipfloor.desk.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.plain import plain

INDENT = "  "


def elections(outlook: Outlook, width: int) -> Content | None:
    """Return each office of the current moment with its state, None where it has none."""
    meeting = outlook.meeting
    lines: list[Content] = []
    for office in meeting.plan.elections:
        current = election_of(meeting, office.code)
        if meeting.moment in (office.moment, *current.moments):
            lines += [_head(office, current), *_rows(current)]
    if not lines:
        return None
    return Content("\n").join([line.truncate(width, ellipsis=True) for line in lines])


def _head(office: ElectionPlan, election: Election) -> Content:
    sign, style = ("○", "$text-muted")
    if election.result:
        sign, style = ("✓", "bold $success")
    elif election.ballots:
        sign, style = ("✗", "bold $warning")
    return Content.assemble((sign, style), " ", (plain(office.title), "bold"))


def _rows(election: Election) -> list[Content]:
    if election.result:
        rows = [_elected(election.result, election)]
    else:
        rows = _undecided(election.ballots[-1]) if election.ballots else []
        rows += [_nominee(item) for item in election.standing]
    return [*rows, *_offers(election)]


def _elected(result: ElectionResult, election: Election) -> Content:
    how = say("desk.office_acclaimed")
    if result.method == "vote" and election.ballots:
        last = election.ballots[-1]
        how = with_needed(tally(last), last.votes_needed)
    away = f" · {say('desk.office_away')}" if result.away else ""
    return Content.assemble(INDENT, (result.delegation, "bold $accent"), f" {how}{away}")


def _undecided(ballot: Ballot) -> list[Content]:
    key = f"desk.office_{ballot.outcome}"
    told = [say(key, number=ballot.number + 1, tally=tally(ballot))]
    if ballot.votes_needed is not None:
        told.append(say("desk.votes_needed", needed=ballot.votes_needed))
    return [Content.styled(INDENT + line, "$warning") for line in told]


def _nominee(nomination: Nomination) -> Content:
    key = "desk.office_seconded" if nomination.seconded_by else "desk.office_by"
    by = say(key, by=nomination.nominated_by, seconds=", ".join(nomination.seconded_by))
    return Content.assemble(
        INDENT, (nomination.delegation, "bold $accent"), (f" {by}", "$text-muted")
    )


def _offers(election: Election) -> list[Content]:
    rows = []
    for offer in election.offers:
        sign = "✓ " if offer.accepted_at else ""
        words = say("desk.office_host", text=plain(offer.text))
        rows.append(Content.assemble(INDENT, sign, (offer.delegation, "bold"), f" {words}"))
    return rows


def tally(ballot: Ballot) -> str:
    """Return the figures of a ballot: "12-9-3", abstentions last, those for candidates in order."""
    votes = sorted((figure for _, figure in ballot.votes), reverse=True)
    against = [] if ballot.against is None else [ballot.against]
    return "-".join(map(str, (*votes, *against, ballot.abstaining)))
