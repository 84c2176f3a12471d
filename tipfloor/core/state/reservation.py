"""What a delegation puts on record beside an adopted text: reservation, footnote, explanation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tipfloor.core.ground.instant import Instant

Recorded = Literal["reservation", "footnote", "explanation"]
"""What it is: a reservation stays open until it is withdrawn; the others are only kept."""


class Reservation(Struct, frozen=True):
    """One delegation's reservation, footnote or explanation; `reference` names the text meant."""

    delegation: str
    kind: Recorded
    at: Instant
    reference: str | None = None
    text: str | None = None
    withdrawn_at: Instant | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is a reservation that still stands."""
        return self.kind == "reservation" and self.withdrawn_at is None
