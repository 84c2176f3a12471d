"""`tipfloor people` and `tipfloor forget`: names apart from the log, and what is shown of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import (
    add_command,
    add_record,
    open_to_change,
    open_to_read,
    open_to_tell,
)
from tipfloor.commands.stopping import DONE, REFUSED, Stopped
from tipfloor.commands.streams import ask_line, put
from tipfloor.words import say
from tipfloor.words.people import LEVELS, shown_as
from tipfloor.words.plain import plain
from tipfloor.words.stale import stale_lines

if TYPE_CHECKING:
    from tipfloor.proceedings import Proceedings
    from tipfloor.store import Person, Shown

NAME = "people"

ASKED = "-"
"""What stands on the command line for a text that is asked for instead."""


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
        before = proceedings.people.get(arguments.who)
        person = _changed(proceedings, arguments)
        proceedings.keep_person(person)
        put(_line(person, names=arguments.names))
        if before and shown_as(before) not in ("", shown_as(person)):
            list_stale(proceedings.stale(person.id))
    return DONE


def list_stale(stale: Sequence[Shown]) -> None:
    """List the files that showed somebody who is shown no more."""
    for line in stale_lines(stale):
        put(line)


def _open(arguments: Namespace) -> Proceedings:
    """Open the record meant; only adding someone begins one that is not there."""
    return open_to_tell(arguments) if arguments.what == "add" else open_to_change(arguments)


def _changed(proceedings: Proceedings, arguments: Namespace) -> Person:
    """Return the person as told to be. Raises Stopped."""
    from tipfloor.store.consent import (
        PersonRefused,
        consenting,
        new_person,
        showing,
        withdrawing,
    )

    now = proceedings.now().utc.isoformat(timespec="seconds")
    try:
        if arguments.what == "add":
            code = _delegation(proceedings, arguments.who)
            texts = [
                plain(_given(text, say(f"cli.people_ask_{what}"))).strip()
                for what, text in (("name", arguments.name), ("office", arguments.office))
            ]
            person = new_person(proceedings.people.values(), code, *texts)
        else:
            person = known(proceedings, arguments.who)
        if arguments.what == "withdraw":
            return withdrawing(person, now)
        person = consenting(person, now) if arguments.consent else person
        return showing(person, arguments.level or person.shown)
    except PersonRefused as refused:
        raise Stopped(say(f"cli.people_{refused.code}", **refused.facts), REFUSED) from None


def _given(text: str, prompt: str) -> str:
    """Return a text of the command line, or for - the line that is typed in its place."""
    if text != ASKED:
        return text
    try:
        return ask_line(prompt)
    except UnicodeDecodeError:
        raise Stopped(say("cli.people_unread"), REFUSED) from None


def _delegation(proceedings: Proceedings, given: str) -> str:
    from tipfloor.core.plan.lookup import named

    found = named(proceedings.meeting.plan, given)
    if len(found) != 1:
        raise Stopped(say("cli.people_delegation", given=plain(given)), REFUSED)
    return found[0].code


def known(proceedings: Proceedings, given: str) -> Person:
    """Return the person with an id. Raises Stopped."""
    person = proceedings.people.get(given)
    if person is None:
        raise Stopped(say("cli.people_unknown", given=plain(given)), REFUSED)
    return person


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
