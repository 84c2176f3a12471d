"""The events of a long record decoded as pydantic models, once the way of the program itself."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model, as the program's events were; fields that came later are left unread."""

    model_config = ConfigDict(frozen=True)


class Instant(Model):
    """A time of day and the ticks of a clock that is never set."""

    utc: datetime
    ticks: int
    boot: str
    line: str = ""


class Event(Model):
    """What every event has."""

    at: Instant


class FloorGiven(Event):
    """The floor was given."""

    kind: Literal["floor_given"]
    session: str
    delegation: str
    entry: int
    place: int
    limit_seconds: int | None
    withdraws: bool
    reason: str | None
    capacity: Literal["national_authority", "designated_delegate"]
    national_capacity: bool


class Inscribed(Event):
    """A delegation was put on a list."""

    kind: Literal["inscribed"]
    session: str
    delegation: str
    capacity: Literal["national_authority", "designated_delegate"]
    remark_kind: str
    on_behalf_of: tuple[str, ...]
    general_report: bool
    limit_seconds: int | None
    replies_to: int | None
    turn: int
    former: int | None
    after_closing: bool
    spoken_for_by: str | None
    asked_too: tuple[str, ...]
    reason: str | None
    insisted: bool
    replies_to_number: int | None
    noted: int | None


class RemarkEnded(Event):
    """A remark ended."""

    kind: Literal["remark_ended"]
    remark: int
    delegation: str
    by: str


class RequestRefused(Event):
    """A request was refused."""

    kind: Literal["request_refused"]
    delegation: str
    requested: str
    rule: str
    session: str | None
    reason: str | None
    by_chair: bool


KINDS: dict[str, type[Event]] = {
    "floor_given": FloorGiven,
    "inscribed": Inscribed,
    "remark_ended": RemarkEnded,
    "request_refused": RequestRefused,
}
"""The kinds of which all but the first few rows of a long record are."""


def decode(kind: str, body: str) -> Event | None:
    """Return the event of a row, None of another kind."""
    found = KINDS.get(kind)
    return found.model_validate_json(body) if found else None
