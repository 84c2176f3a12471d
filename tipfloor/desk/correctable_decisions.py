"""What can be corrected of the thing that a row of the log is about."""

from __future__ import annotations

from typing import Any

from tipfloor.core.corrections.ballot_corrections import CorrectBallot
from tipfloor.core.corrections.document_corrections import CorrectAmendment, CorrectDocument
from tipfloor.core.corrections.recommendation_corrections import CorrectRecommendation
from tipfloor.core.corrections.ruling_corrections import CorrectRuling
from tipfloor.core.deciding.voters import voters
from tipfloor.core.elections.offices import election_of
from tipfloor.core.ground.event import Event
from tipfloor.core.state.document import Document, DocumentDecision, find_document
from tipfloor.core.state.election import Ballot
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.point import PointOfOrder
from tipfloor.core.state.recommendation import find_recommendation
from tipfloor.core.state.taken import Taken, Tally
from tipfloor.desk.correctable import Correctable, Part
from tipfloor.desk.correctable_remark import of_remark
from tipfloor.words import say
from tipfloor.words.offered import ruling_text


def concerned(meeting: Meeting, position: int, event: Event) -> list[Correctable]:
    """Return what an event of the record is about and can be corrected, several for a block."""
    remark = getattr(event, "remark", None) or position
    about = meeting.remark(remark)
    if about is not None:
        return [of_remark(meeting, about)]
    if event.kind.startswith(("recommendation_", "block_")):
        return _of_recommendations(meeting, event)
    if isinstance(getattr(event, "document", None), str):
        return _of_document(meeting, event)
    if isinstance(getattr(event, "election", None), str):
        return _of_ballots(meeting, event)
    return _of_point(meeting, position, event)


def _of_document(meeting: Meeting, event: Any) -> list[Correctable]:
    found = find_document(meeting, event.document)
    if found is None:
        return []
    amendment = found.amendment(getattr(event, "number", None) or 0)
    code, named = found.plan.code, found.plan.title
    if amendment and amendment.decision:
        title = say("export.of_amendment_corrected", number=amendment.number, document=named)
        parts = (
            Part("reference", amendment.reference),
            Part("text", amendment.text),
            _votes(meeting, amendment.decision.taken),
        )
        fixed = {"document": code, "number": amendment.number}
        return [Correctable(title, CorrectAmendment, fixed, parts)]
    return [_document(meeting, found, found.decision)] if found.decision else []


def _document(meeting: Meeting, found: Document, decision: DocumentDecision) -> Correctable:
    plan = found.plan
    parts = (
        Part("title", plan.title),
        Part("symbol", plan.symbol),
        Part("revision", str(decision.revision), "number"),
        _votes(meeting, decision.taken),
    )
    title = say("export.of_document_corrected", document=plan.title)
    return Correctable(title, CorrectDocument, {"document": plan.code}, parts)


def _of_recommendations(meeting: Meeting, event: Any) -> list[Correctable]:
    of_one = getattr(event, "recommendation", event)  # one that is added comes whole
    numbers = getattr(event, "numbers", None) or (of_one.number,)
    found = (find_recommendation(meeting, number) for number in numbers)
    return [
        Correctable(
            say("export.of_recommendation_corrected", number=item.number),
            CorrectRecommendation,
            {"number": item.number},
            (Part("text", item.text), _votes(meeting, item.decision.taken)),
        )
        for item in found
        if item and item.decision
    ]


def _of_ballots(meeting: Meeting, event: Any) -> list[Correctable]:
    row = meeting.plan.row("elections", event.election)
    ballots = election_of(meeting, event.election).ballots
    wanted = getattr(event, "number", len(ballots))
    return [
        Correctable(
            say(
                "export.of_ballot_corrected", number=item.number, election=getattr(row, "title", "")
            ),
            CorrectBallot,
            {"election": event.election, "number": item.number},
            (_ballot(meeting, item),),
        )
        for item in ballots
        if item.number == wanted
    ]


def _ballot(meeting: Meeting, ballot: Ballot) -> Part:
    """Return the figures of a ballot as columns: a candidate's by its code."""
    if ballot.against is None:
        columns = {f"ballots {code}": code for code, _ in ballot.votes}
    else:
        columns = {name: say(f"export.field_{name}") for name in ("in_favour", "against")}
    columns |= {name: say(f"export.field_{name}") for name in ("abstaining", "invalid")}
    figures = [votes for _, votes in ballot.votes]
    figures += [] if ballot.against is None else [ballot.against]
    value = " ".join(map(str, (*figures, ballot.abstaining, ballot.invalid)))
    most = ballot.present or voters(meeting)
    return Part("votes", value, "tally", columns=columns, voters=most)


def _of_point(meeting: Meeting, position: int, event: Event) -> list[Correctable]:
    for number, point in enumerate(meeting.raised, start=1):
        ours = getattr(event, "point", position) == point.id
        ruled = point.ruled_at == event.at and event.kind == "point_ruled"
        if point.ruling and (ours or ruled):
            return [_ruling(meeting, number, point)]
    return []


def _ruling(meeting: Meeting, number: int, point: PointOfOrder) -> Correctable:
    parts = [Part("ruling", ruling_text(point.ruling or ""))]
    if point.appeal and point.appeal.outcome:
        parts.append(_votes(meeting, point.appeal.taken))
    title = say("export.of_ruling_corrected", number=number)
    return Correctable(title, CorrectRuling, {"number": number}, tuple(parts))


def _votes(meeting: Meeting, taken: Taken) -> Part:
    """Return the votes of a decision; one by consensus shows none."""
    columns = {name: say(f"export.field_{name}") for name in Tally._fields}
    value = " ".join(map(str, taken.tally or ()))
    most = taken.present or voters(meeting)
    return Part("votes", value, "tally", columns=columns, voters=most)
