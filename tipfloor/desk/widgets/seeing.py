"""What sees an outlook, and what passes it on to its parts."""

from __future__ import annotations

from typing import Protocol, TypeVar

from tipfloor.standing.outlook import Outlook


class Sees(Protocol):
    """A part that shows something of an outlook."""

    def see(self, outlook: Outlook) -> None:
        """Show another outlook."""


Part = TypeVar("Part", bound=Sees)


class Parts:
    """The parts to which an outlook is passed on, by plain calls: there is one every second."""

    def __init__(self) -> None:
        self._parts: list[Sees] = []
        self._seen: Outlook | None = None

    def add(self, part: Part) -> Part:
        """Take a part on with the outlook as last seen, and return it."""
        self._parts.append(part)
        if self._seen is not None:
            part.see(self._seen)
        return part

    def see(self, outlook: Outlook | None) -> None:
        """Pass an outlook on, once there is one."""
        self._seen = outlook
        if outlook is not None:
            for part in self._parts:
                part.see(outlook)
