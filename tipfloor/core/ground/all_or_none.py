"""Acts about several delegations in one go: all of them, or none, and one undo for all."""

from __future__ import annotations

from typing import NamedTuple

from tipfloor.core.ground.refusal import Refused

MOST_NAMES = 500
"""As many delegations as a meeting file may have."""


class RefusedPlace(NamedTuple):
    """The place of a delegation in an act about several, from 1, and why it is refused."""

    place: int
    refused: Refused


class NotAll(Refused):
    """An act about several delegations some of which are refused, so that nothing was done."""

    def __init__(self, places: tuple[RefusedPlace, ...]) -> None:
        logged = tuple(event for _, refused in places for event in refused.logged)
        super().__init__("not_all", places[0].refused.rule, logged=logged, number=len(places))
        self.places = places
