"""The officers elected, with office, country and, where consent was given, name."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.elections.offices import election_of
from tipfloor.core.state.election import ElectionResult
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.people import shown_as, speaker_shown


def officers_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give the officers whose election holds, in the order of the meeting file."""
    meeting = snapshot.meeting
    results = [
        (office, election_of(meeting, office.code).result) for office in meeting.plan.elections
    ]
    elected = [(office, result) for office, result in results if result]
    if not elected:
        return
    yield Heading(1, say("publication.officers"))
    yield Paragraph(count("publication.officers_elected", len(elected)), numbered=True, leads=True)
    for office, result in elected:
        name = meeting.plan.name_of(result.delegation)
        facts = {"office": snapshot.own(office.title), "name": name}
        if person := _person(snapshot, result):
            yield Paragraph(say("publication.officer_named", person=person, **facts), item=True)
        else:
            yield Paragraph(say("publication.officer", **facts), item=True)


def _person(snapshot: Snapshot, result: ElectionResult) -> str:
    """Return what may be shown of whoever holds an office, empty where nothing.

    Where nobody was noted it is the only one who agreed: of several nobody says which.
    """
    if result.person:
        return speaker_shown(snapshot.people, result.person)
    people = people_of(snapshot, result.delegation)
    return people[0] if len(people) == 1 else ""


def people_of(snapshot: Snapshot, code: str) -> list[str]:
    """Return what may be shown of the people of a delegation, of those who agreed to be shown."""
    found = (item for item in snapshot.people.values() if item.delegation == code)
    return [shown for person in found if (shown := shown_as(person))]
