"""Changes of the people who are kept apart from the log: who may be kept, and shown how."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from tipfloor.store.protocol import Person

NOTHING = "delegation_only"
"""The level at which nothing of a person is shown, which is the default (PRACTICE section 6)."""

LONGEST = 120
"""Characters of a name or an office."""


class PersonRefused(Exception):
    """A person that cannot be kept so; `code` says why, `facts` of whom."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def new_id() -> str:
    """Return an id that says nothing of the person."""
    return f"p{secrets.token_hex(6)}"


def new_person(people: Iterable[Person], delegation: str, name: str, office: str) -> Person:
    """Return a person of a delegation under a new id, of whom nothing is shown.

    Raises PersonRefused for texts that are missing or too long, and for one that is kept already:
    kept twice, a person would be half forgotten.
    """
    if max(len(name), len(office)) > LONGEST:
        raise PersonRefused("too_long", longest=LONGEST)
    if not name and not office:
        raise PersonRefused("empty")
    new = (delegation, name.casefold(), office.casefold())
    for kept in people:
        if (kept.delegation, kept.name.casefold(), kept.office.casefold()) == new:
            raise PersonRefused("twice", id=kept.id, delegation=kept.delegation)
    return Person(new_id(), delegation, name, office, NOTHING)


def consenting(person: Person, now: str) -> Person:
    """Return the person with a consent given at a time, ISO 8601."""
    return person._replace(consented_at=now, withdrawn_at=None)


def withdrawing(person: Person, now: str) -> Person:
    """Return the person with the consent withdrawn, which hides at once. Raises PersonRefused."""
    if person.withdrawn_at is not None:
        raise PersonRefused("withdrawn_already", id=person.id, since=person.withdrawn_at)
    return person._replace(withdrawn_at=now)


def showing(person: Person, level: str) -> Person:
    """Return the person shown at a level; more than the delegation needs a consent that holds.

    Raises PersonRefused.
    """
    if level != NOTHING and (person.consented_at is None or person.withdrawn_at):
        raise PersonRefused("without_consent")
    return person._replace(shown=level)
