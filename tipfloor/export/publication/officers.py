"""The officers elected, with office, country and, where consent was given, name."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.elections.offices import election_of
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.people import shown_as


def officers_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give the officers whose election holds, in the order of the meeting file."""
    meeting = snapshot.meeting
    results = [
        (office, election_of(meeting, office.code).result) for office in meeting.plan.elections
    ]
    elected = [(office, result.delegation) for office, result in results if result]
    if not elected:
        return
    yield Heading(1, say("publication.officers"))
    yield Paragraph(count("publication.officers_elected", len(elected)), numbered=True, leads=True)
    for office, code in elected:
        facts = {"office": snapshot.own(office.title), "name": meeting.plan.name_of(code)}
        people = people_of(snapshot, code)
        if len(people) == 1:  # of several nobody says which one holds the office
            yield Paragraph(say("publication.officer_named", person=people[0], **facts), item=True)
        else:
            yield Paragraph(say("publication.officer", **facts), item=True)


def people_of(snapshot: Snapshot, code: str) -> list[str]:
    """Return what may be shown of the people of a delegation, of those who agreed to be shown."""
    found = (item for item in snapshot.people.values() if item.delegation == code)
    return [shown for person in found if (shown := shown_as(person))]
