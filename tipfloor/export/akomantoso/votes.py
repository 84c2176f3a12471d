"""The votes of a meeting as a debate's analysis has them; what was taken by consensus is none."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from tipfloor.core.elections.offices import elections_of
from tipfloor.core.state.recommendation import recommendations
from tipfloor.core.state.taken import Taken
from tipfloor.export.akomantoso.references import MAKER
from tipfloor.export.akomantoso.tree import add, eid, element
from tipfloor.export.documents.decisions import decisions_taken
from tipfloor.export.snapshot import Snapshot


class Vote(Struct, frozen=True):
    """A vote: where the debate tells of it, what came of it, and the counts by what they are of.

    A count is of a choice, or of the votes for a delegation.
    """

    href: str
    outcome: str
    present: int
    counts: tuple[tuple[str, int], ...]


def votes(snapshot: Snapshot) -> list[Vote]:
    """Return every vote of the chosen part."""
    return [
        *_on_documents(snapshot),
        *_on_recommendations(snapshot),
        *_for_offices(snapshot),
        *_on_appeals(snapshot),
    ]


def analysis(found: list[Vote], body: Element) -> Element:
    """Return the analysis of a debate in which there were votes; each names where the body has it.

    A part of the meeting may not have it.
    """
    ids = {f"#{item.get('eId')}" for item in body.iter()}
    made = element("analysis", source=MAKER)
    parliamentary = add(made, "parliamentary")
    for number, vote in enumerate(found, start=1):
        voting = add(
            parliamentary,
            "voting",
            eId=f"voting-{number}",
            outcome=f"#{eid('outcome', vote.outcome)}",
        )
        if vote.href in ids:
            voting.set("href", vote.href)
        if vote.present:
            add(voting, "quorum", value=str(vote.present))
        for of, value in vote.counts:
            add(voting, "count", value=str(value), refersTo=of)
    return made


def _on_documents(snapshot: Snapshot) -> Iterator[Vote]:
    for _, made in decisions_taken(snapshot):
        decision = made.decision
        href = f"#{eid('resolutions', decision.moment)}"
        yield from _vote(decision.taken, decision.outcome, href)


def _on_recommendations(snapshot: Snapshot) -> Iterator[Vote]:
    blocks = set()
    for item in recommendations(snapshot.meeting):
        decision = item.decision
        if decision is None or (decision.block and decision.at in blocks):
            continue
        blocks.add(decision.at)
        href = f"#{eid('resolutions', decision.moment)}"
        yield from _vote(decision.taken, decision.fate, href)


def _for_offices(snapshot: Snapshot) -> Iterator[Vote]:
    meeting = snapshot.meeting
    for office in meeting.plan.elections:
        for election in elections_of(meeting, office.code):
            for ballot in election.ballots:
                found = [(f"#{eid('delegation', code)}", votes) for code, votes in ballot.votes]
                choices = {
                    "against": ballot.against,
                    "abstaining": ballot.abstaining,
                    "invalid": ballot.invalid,
                }
                found += [(_choice(k), n) for k, n in choices.items() if n is not None]
                last = election.moments[-1] if election.moments else office.moment
                href = f"#{eid('election', f'{office.code}-{last}')}"
                yield Vote(href, ballot.outcome, ballot.present, tuple(found))


def _on_appeals(snapshot: Snapshot) -> Iterator[Vote]:
    for point in snapshot.meeting.raised:
        if point.appeal and point.appeal.outcome:
            href = f"#{eid('point', str(point.id))}"
            yield from _vote(point.appeal.taken, point.appeal.outcome, href)


def _vote(taken: Taken, outcome: str, href: str) -> Iterator[Vote]:
    if taken.tally is not None:
        found = tuple((_choice(name), n) for name, n in taken.tally._asdict().items())
        yield Vote(href, outcome, taken.present, found)


def _choice(name: str) -> str:
    return f"#{eid('choice', name)}"
