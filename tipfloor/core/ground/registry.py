"""What rooms declare by name; a room is loaded when something of it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar

Declared = TypeVar("Declared")


class Registry(Mapping[str, Declared]):
    """Everything of one sort by its name: what the directory of rooms names, and what else is met.

    All names are known from the start, so that a program loads only the rooms that it needs.
    """

    def __init__(self, package: str, directory: Mapping[str, str]) -> None:
        self._package = package
        self._directory = directory
        self._declared: dict[str, Declared] = {}

    def declare(self, name: str, declared: Declared) -> None:
        """Make something known by its name."""
        self._declared[name] = declared

    def declared(self) -> Mapping[str, Declared]:
        """Return what the rooms that are loaded have declared."""
        return self._declared

    def rooms(self) -> list[str]:
        """Return the names of all modules that declare something."""
        return [self._package + room for room in dict.fromkeys(self._directory.values())]

    def __getitem__(self, name: str) -> Declared:
        if name not in self._declared:
            import_module(self._directory[name], self._package)
        return self._declared[name]

    def __contains__(self, name: object) -> bool:
        return name in self._directory or name in self._declared

    def __iter__(self) -> Iterator[str]:
        return iter({**self._directory, **self._declared})

    def __len__(self) -> int:
        return sum(1 for _ in self)
