"""The parts of a meeting file that can be trusted although other parts are at fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from tipfloor.core.ground.fields import Table
from tipfloor.core.ground.value import defaults
from tipfloor.meetingfile.fault import Path
from tipfloor.meetingfile.shape import TABLES, names_of


@dataclass(frozen=True, slots=True)
class Row:
    """One table: the values of its sound keys, with the defaults of those left out."""

    path: Path
    values: dict[str, Any]

    def at(self, *keys: str | int) -> Path:
        """Return the path of something in this table."""
        return (*self.path, *keys)

    def text(self, key: str) -> str | None:
        """Return a text without outer blanks; None where it is absent or at fault."""
        value = self.values.get(key)
        return value.strip() if isinstance(value, str) else None

    def number(self, key: str) -> int | None:
        """Return a whole number; None where it is absent or at fault."""
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def time(self, key: str) -> datetime | None:
        """Return a planned time, local; None where it is absent or at fault."""
        value = self.values.get(key)
        return value if isinstance(value, datetime) else None

    def knows(self, key: str) -> bool:
        """Tell whether a key is sound, be it stated or left to its default."""
        return key in self.values


class Draft:
    """A meeting file read as far as it is sound; what is at fault is simply not there."""

    def __init__(self, data: dict[str, Any], faulty: Collection[Path]) -> None:
        self._data = data
        self._refused = frozenset(faulty)
        self._faulty = {path[:depth] for path in faulty for depth in range(1, len(path) + 1)}

    @cached_property
    def meeting(self) -> Row:
        """The table [meeting]."""
        return self._row(("meeting",), self._data.get("meeting"))

    @cached_property
    def rules(self) -> Row:
        """The table [rules]."""
        return self._row(("rules",), self._data.get("rules", {}))

    @cached_property
    def moments(self) -> tuple[Row, ...]:
        """Each [[moments]], in the order of the file."""
        return self._rows("moments")

    @cached_property
    def sessions(self) -> tuple[Row, ...]:
        """Each [[sessions]], in the order of the file."""
        return self._rows("sessions")

    @cached_property
    def delegations(self) -> tuple[Row, ...]:
        """Each [[delegations]], in the order of the file."""
        return self._rows("delegations")

    @cached_property
    def presiding(self) -> Row:
        """The table [presiding]."""
        return self._row(("presiding",), self._data.get("presiding", {}))

    @cached_property
    def addresses(self) -> tuple[Row, ...]:
        """Each [[addresses]], in the order of the file."""
        return self._rows("addresses")

    @cached_property
    def elections(self) -> tuple[Row, ...]:
        """Each [[elections]], in the order of the file."""
        return self._rows("elections")

    @cached_property
    def documents(self) -> tuple[Row, ...]:
        """Each [[documents]], in the order of the file."""
        return self._rows("documents")

    @cached_property
    def recommendations(self) -> tuple[Row, ...]:
        """Each [[recommendations]], in the order of the file."""
        return self._rows("recommendations")

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of the meeting; none where they are at fault."""
        # The models take midnight for a day, as TOML's reader may give it.
        stated = self.meeting.values.get("days", ())
        return tuple(day.date() if isinstance(day, datetime) else day for day in stated)

    def names(self, delegation: Row) -> Row:
        """Return the names of a delegation by language."""
        path = delegation.at("name")
        table = self._data["delegations"][path[1]].get("name")
        stated = table.items() if isinstance(table, dict) else ()
        sound = {key: value for key, value in stated if (*path, key) not in self._faulty}
        return Row(path, sound)

    def is_sound(self, path: Path) -> bool:
        """Tell whether nothing is wrong at a path, nor with what it lies in."""
        around = (path[:depth] for depth in range(1, len(path)))
        return path not in self._faulty and self._refused.isdisjoint(around)

    def _rows(self, name: str) -> tuple[Row, ...]:
        tables = self._data.get(name)
        if not isinstance(tables, tuple) or (name,) in self._refused:
            return ()
        return tuple(self._row((name, place), table) for place, table in enumerate(tables))

    def _row(self, path: Path, table: Any) -> Row:
        stated = table if isinstance(table, dict) else {}
        model = TABLES[names_of(path)]
        defaults = _defaults(model, stated) if isinstance(table, dict) else {}
        sound = {
            key: value
            for key, value in stated.items()
            if key in model.__struct_fields__ and (*path, key) not in self._faulty
        }
        return Row(path, {**defaults, **sound})


def _defaults(model: type[Table], stated: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in defaults(model).items() if name not in stated}
