"""People of an accreditation list who agreed to be shown, on their way into a record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from tipfloor.commands.options import warn_if_broken
from tipfloor.listfile import ListFault, RowFault
from tipfloor.words import count, say

if TYPE_CHECKING:
    from tipfloor.proceedings import Proceedings
    from tipfloor.rosterfile import Agreed, Roster
    from tipfloor.store import Person
    from tipfloor.store.address import Address


class Keeping:
    """What is to be kept of people; nothing is unless a record was named."""

    def __init__(self, proceedings: Proceedings | None, roster: Roster) -> None:
        self._proceedings = proceedings
        self._roster = roster
        self._kept: list[Person] = []

    def keep(self) -> list[str]:
        """Keep whom the record does not know yet, and say what came of every name."""
        others = self._roster.named - len(self._roster.agreed)
        told = [count("roster.others_dropped", others)] if others else []
        if self._proceedings is None or not self._roster.agreed:
            return told
        for agreed in self._roster.agreed:
            if not self._knows(agreed):
                person = self._person(agreed)
                self._proceedings.keep_person(person)
                self._kept.append(person)
        hidden = len(self._roster.agreed) - len(self._kept)
        if self._kept:
            told.append(count("roster.names_kept", len(self._kept)))
        return [*told, count("roster.names_hidden", hidden)] if hidden else told

    def settled(self) -> None:
        """Note that everything else succeeded, so that who was kept stays."""
        self._kept = []

    def take_back(self) -> None:
        """Erase who was kept although the rest failed."""
        for person in self._kept if self._proceedings else ():
            assert self._proceedings is not None
            self._proceedings.forget_person(person.id)

    def _knows(self, agreed: Agreed) -> bool:
        """Tell whether a person is in the record, one who withdrew the consent included."""
        assert self._proceedings is not None
        return any(
            (person.delegation, person.office) == (agreed.delegation, agreed.office)
            and agreed.name in (person.name, "")
            for person in self._proceedings.people.values()
        )

    def _person(self, agreed: Agreed) -> Person:
        from tipfloor.store import Person
        from tipfloor.store.consent import new_id

        assert self._proceedings is not None
        now = self._proceedings.now().utc.isoformat(timespec="seconds")
        texts = (agreed.name, agreed.office, agreed.level)
        return Person(new_id(), agreed.delegation, *texts, now, None)


@contextmanager
def keeping(record: Address | None, roster: Roster) -> Iterator[Keeping]:
    """Open the record that is to keep people, if one is named; a failure takes them back.

    Raises NoRecord, StoreFault, and ListFault where the record lacks somebody's delegation.
    """
    if record is None:
        yield Keeping(None, roster)
        return
    from tipfloor.records import meant, open_record

    record = meant(record, lambda: None)
    with closing(warn_if_broken(open_record(record, None))) as proceedings:
        plan = proceedings.meeting.plan
        faults = [
            RowFault(item.row, say("roster.not_in_record", code=item.delegation))
            for item in roster.agreed
            if plan.delegation(item.delegation) is None
        ]
        if faults:
            raise ListFault(faults)
        people = Keeping(proceedings, roster)
        try:
            yield people
        except BaseException:
            with suppress(Exception):  # what stopped the command is what is told
                people.take_back()
            raise
