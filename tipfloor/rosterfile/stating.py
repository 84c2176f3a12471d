"""What a row states of its delegation, and several rows of one delegation as one statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from tipfloor.core.ground.fields import Capacity
from tipfloor.rosterfile.dates import date_of
from tipfloor.rosterfile.finding import Known, NotFound, code_of
from tipfloor.rosterfile.headers import LANGUAGES, Columns
from tipfloor.rosterfile.table import CellsOfRow
from tipfloor.rosterfile.values import (
    Seat,
    Unclear,
    capacity_of,
    consent_of,
    observer_of,
    seat_of,
    status_of,
)
from tipfloor.words import say

LONGEST_NAME = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Agreed:
    """A person who agreed to be shown: by which level, the office, and the name if it may be."""

    row: int
    delegation: str
    level: str
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What one row or several state of a delegation; None is nothing."""

    row: int
    code: str
    names: dict[str, str] = field(default_factory=dict)
    state: bool | None = None
    seat: Seat | None = None
    order_es: int | None = None
    accredited_on: date | None = None
    capacity: Capacity | None = None
    agreed: Agreed | None = None

    def with_more(self, other: Stated) -> Stated:
        """Add what a later row states: the earliest date, and the authority before a delegate.

        Raises NotFound where the two contradict each other.
        """
        for key in ("state", "seat", "order_es"):
            mine, its = getattr(self, key), getattr(other, key)
            if mine is not None and its is not None and mine != its:
                raise NotFound(
                    say("roster.contradicts", row=self.row, what=say(f"roster.of_{key}"))
                )
        if any(self.names.get(key, name) != name for key, name in other.names.items()):
            raise NotFound(say("roster.contradicts", row=self.row, what=say("roster.of_name")))
        dates = [day for day in (self.accredited_on, other.accredited_on) if day]
        heads = [head for head in (self.capacity, other.capacity) if head]
        return replace(
            self,
            names={**self.names, **other.names},
            state=other.state if self.state is None else self.state,
            seat=self.seat or other.seat,
            order_es=self.order_es or other.order_es,
            accredited_on=min(dates, default=None),
            capacity="national_authority"
            if "national_authority" in heads
            else next(iter(heads), None),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of one list have in common: their columns, the meeting, the order of dates."""

    columns: Columns
    known: Known
    day_first: bool | None

    def stated(self, cells: CellsOfRow) -> Stated:
        """Return what a row states. Raises NotFound, which says what is expected instead."""
        code = code_of(cells, self.known)
        state, seat = self._understood(cells, "status", status_of) or (None, None)
        observer = self._understood(cells, "observer", observer_of)
        return Stated(
            row=cells.row,
            code=code,
            names=self._names(cells),
            state=state if observer is None else observer,
            seat=self._understood(cells, "seated", seat_of) or seat,
            order_es=self._order(cells),
            accredited_on=self._accredited(cells),
            capacity=self._understood(cells, "capacity", capacity_of),
            agreed=self._agreed(cells, code),
        )

    def _understood(
        self, cells: CellsOfRow, role: str, meaning: Callable[[str], T | None]
    ) -> T | None:
        if role not in self.columns.places:
            return None
        try:
            return meaning(cells.text(role))
        except Unclear:
            raise NotFound(say(f"roster.expected_{role}")) from None

    def _names(self, cells: CellsOfRow) -> dict[str, str]:
        found = {key: cells.text(f"name_{key}") for key in LANGUAGES}
        own = cells.text("delegation")
        spoken = self.columns.language or self.known.language
        is_code = len(own) < 4 and own.isupper()
        if own and not is_code and not found[spoken] and not self._is_known(cells):
            found[spoken] = own
        if any(len(name) > LONGEST_NAME for name in found.values()):
            raise NotFound(say("roster.long_name", longest=LONGEST_NAME))
        return {key: name for key, name in found.items() if name}

    def _is_known(self, cells: CellsOfRow) -> bool:
        return self.known.plan.delegation(code_of(cells, self.known)) is not None

    def _order(self, cells: CellsOfRow) -> int | None:
        text = cells.text("order")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 10_000):
            raise NotFound(say("roster.expected_order"))
        return int(text)

    def _accredited(self, cells: CellsOfRow) -> date | None:
        cell = cells.cells.get("accredited", "")
        if isinstance(cell, str) and not cell.strip():
            return None
        day = date_of(cell, self.day_first)
        if day is None:
            raise NotFound(say("roster.expected_accredited"))
        return day

    def _agreed(self, cells: CellsOfRow, code: str) -> Agreed | None:
        """Return the person of a row as far as a consent goes: an office alone takes no name."""
        level = self._understood(cells, "consent", consent_of)
        office = cells.text("office")
        whole = cells.text("person") or " ".join(
            part for part in (cells.text("first"), cells.text("last")) if part
        )
        name = whole if level == "full_name" else ""
        if level in (None, "delegation_only") or not (name or office):
            return None
        if max(len(name), len(office)) > 120:
            raise NotFound(say("cli.people_too_long", longest=120))
        return Agreed(cells.row, code, str(level), name, office)
