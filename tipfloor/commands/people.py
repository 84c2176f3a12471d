"""`tipfloor people` and `tipfloor forget`: names apart from the log, and what is shown of them."""

from __future__ import annotations

import secrets
from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import (
    add_command,
    add_record,
    existing_record,
    open_to_read,
    open_to_tell,
)
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import put
from tipfloor.words import say
from tipfloor.words.persons import LEVELS, shown_as
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.proceedings import Proceedings
    from tipfloor.store import Person

NAME = "people"

LONGEST = 120
"""Characters of a name or an office."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("what", nargs="?", choices=("add", "show", "withdraw"), default=None)
    parser.add_argument("who", nargs="?", metavar=say("cli.people_who"), help=say("cli.people_of"))
    parser.add_argument("--name", default="", help=say("cli.people_name"))
    parser.add_argument("--office", default="", help=say("cli.people_office"))
    parser.add_argument("--level", choices=LEVELS, help=say("cli.people_level"))
    parser.add_argument("--consent", action="store_true", help=say("cli.people_consent"))
    parser.add_argument("--names", action="store_true", help=say("cli.people_names"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """List the people, or keep, show or hide one of them."""
    if arguments.what is None:
        with closing(open_to_read(arguments)) as proceedings:
            for person in proceedings.people.values():
                put(_line(person, names=arguments.names))
        return DONE
    if not arguments.who:
        raise Stopped(say("cli.people_nobody"), REFUSED)
    with closing(_open(arguments)) as proceedings:
        person = _changed(proceedings, arguments)
        proceedings.keep_person(person)
        put(_line(person, names=arguments.names))
    return DONE


def _open(arguments: Namespace) -> Proceedings:
    """Open the record meant; only adding someone begins one that is not there."""
    from tipfloor.records import open_record

    if arguments.what == "add":
        return open_to_tell(arguments)
    return open_record(existing_record(arguments), None)


def _changed(proceedings: Proceedings, arguments: Namespace) -> Person:
    from tipfloor.store import Person

    now = proceedings.now().utc.isoformat(timespec="seconds")
    if arguments.what == "add":
        found = proceedings.meeting.plan.delegation(arguments.who)
        if found is None:
            raise Stopped(say("cli.people_delegation", given=plain(arguments.who)), REFUSED)
        person = Person(
            f"p{secrets.token_hex(6)}", found.code, *_texts(arguments), LEVELS[0], None, None
        )
        if not person.name and not person.office:
            raise Stopped(say("cli.people_empty"), REFUSED)
        _refuse_twice(proceedings, person)
    else:
        person = known(proceedings, arguments.who)
    if arguments.what == "withdraw":
        return _withdrawn(person, now)
    if arguments.consent:
        person = person._replace(consented_at=now, withdrawn_at=None)
    level = arguments.level or person.shown
    if level != LEVELS[0] and (person.consented_at is None or person.withdrawn_at):
        raise Stopped(say("cli.people_without_consent"), REFUSED)
    return person._replace(shown=level)


def _withdrawn(person: Person, now: str) -> Person:
    if person.withdrawn_at is not None:
        since = person.withdrawn_at
        raise Stopped(say("cli.people_withdrawn_already", id=person.id, since=since), REFUSED)
    return person._replace(withdrawn_at=now)


def known(proceedings: Proceedings, given: str) -> Person:
    """Return the person with an id. Raises Stopped."""
    person = proceedings.people.get(given)
    if person is None:
        raise Stopped(say("cli.people_unknown", given=plain(given)), REFUSED)
    return person


def _refuse_twice(proceedings: Proceedings, person: Person) -> None:
    """Two of one name are told apart by their office; one kept twice would be half forgotten."""
    new = (person.delegation, person.name.casefold(), person.office.casefold())
    for kept in proceedings.people.values():
        if (kept.delegation, kept.name.casefold(), kept.office.casefold()) == new:
            raise Stopped(say("cli.people_twice", id=kept.id, delegation=kept.delegation), REFUSED)


def _texts(arguments: Namespace) -> tuple[str, str]:
    name, office = plain(arguments.name).strip(), plain(arguments.office).strip()
    if max(len(name), len(office)) > LONGEST:
        raise Stopped(say("cli.people_too_long", longest=LONGEST), REFUSED)
    return name, office


def _line(person: Person, *, names: bool) -> str:
    shown = person._replace(shown="full_name", consented_at="", withdrawn_at=None)
    consent = "withdrawn" if person.withdrawn_at else "given" if person.consented_at else "none"
    return say(
        "cli.people_line",
        id=person.id,
        delegation=person.delegation,
        level=say(f"cli.people_level_{person.shown}"),
        consent=say(f"cli.people_consent_{consent}"),
        shown=shown_as(shown if names else person) or say("cli.people_nothing_shown"),
    )
