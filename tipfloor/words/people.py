"""What may be shown of a person: nothing, the office, or the full name, as it was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

LEVELS = ("delegation_only", "office", "full_name")
"""How much of a person is shown, the least first, which is the default (PRACTICE section 6)."""


class Known(Protocol):
    """A person as the store keeps it."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def office(self) -> str:
        """The office, empty where none is known."""

    @property
    def shown(self) -> str:
        """One of the levels."""

    @property
    def consented_at(self) -> str | None:
        """When the person agreed to be shown."""

    @property
    def withdrawn_at(self) -> str | None:
        """When that was withdrawn."""


def shown_as(person: Known | None) -> str:
    """Return what screens and files show of a person, empty without a consent that holds."""
    if person is None or person.consented_at is None or person.withdrawn_at is not None:
        return ""
    if person.shown == "full_name":
        return plain(beside(part for part in (person.name, person.office) if part))
    return plain(person.office) if person.shown == "office" else ""


def speaker_shown(people: Mapping[str, Known], person: str | None) -> str:
    """Return what is shown of the speaker of an entry, empty where nobody is named or shown."""
    return shown_as(people.get(person)) if person else ""
