"""Meetings as they were on the way of a record, from which one is folded anew after an undoing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from tipfloor.core.state.meeting import Meeting

EVERY = 256
"""The meetings of so many last acts are kept; of those before, one in so many events."""


class Milestone(NamedTuple):
    """The meeting as the events up to a position made it."""

    position: int
    meeting: Meeting


class Milestones:
    """Meetings in the order of their positions; what they share is in memory once."""

    def __init__(self, kept: Iterable[Milestone] = ()) -> None:
        self._far: list[Milestone] = []
        self._near: deque[Milestone] = deque()
        for one in kept:
            self.keep(*one)

    def __iter__(self) -> Iterator[Milestone]:
        return chain(self._far, self._near)

    @property
    def last(self) -> Milestone:
        """The last one, which is always kept."""
        return self._near[-1] if self._near else self._far[-1]

    def keep(self, position: int, meeting: Meeting) -> None:
        """Keep a meeting behind those that are kept."""
        self._near.append(Milestone(position, meeting))
        if len(self._near) > EVERY:
            oldest = self._near.popleft()
            if not self._far or oldest.position >= self._far[-1].position + EVERY:
                self._far.append(oldest)

    def before(self, position: int) -> Milestone:
        """Return the last one that has nothing from a position on, the first where none is so."""
        backwards = chain(reversed(self._near), reversed(self._far))
        found = next((one for one in backwards if one.position < position), None)
        return found or next(iter(self))

    def drop(self, position: int) -> None:
        """Drop those, the first apart, that have something from a position on."""
        kept: deque[Milestone] | list[Milestone]
        for kept, least in ((self._near, 0 if self._far else 1), (self._far, 1)):
            while len(kept) > least and kept[-1].position >= position:
                kept.pop()
