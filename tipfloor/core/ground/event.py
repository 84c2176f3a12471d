"""The base of every event and the registry of their kinds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from tipfloor.core.ground.instant import Instant

if TYPE_CHECKING:
    from tipfloor.core.state.meeting import Meeting

Body = dict[str, Any]
"""An event as the record keeps it, read as JSON."""

KINDS: dict[str, type[Event]] = {}
"""Every kind of event by its name; a room adds its own by declaring the class."""


class Event(BaseModel):
    """Something that happened in the meeting; `apply` is the only way in which state changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: ClassVar[int] = 1
    undoable: ClassVar[bool] = True

    kind: str
    at: Instant
    joined: bool = False
    """Whether it belongs to the same act as the event before it, and is undone with it."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        KINDS[str(cls.model_fields["kind"].default)] = cls

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Return a stored body of an older version with the fields of the present one.

        Fields that were only added have their defaults, and nothing is to be done for them.
        """
        return body

    def apply(self, meeting: Meeting) -> Meeting:
        """Return the meeting after this event; `meeting.position` is the event's own position."""
        raise NotImplementedError


class Recorded(NamedTuple):
    """An event at its place in the record, counted from 1."""

    position: int
    event: Event


class UnreadableEvent(Exception):
    """An event that this program cannot read: of a later version, or damaged."""

    def __init__(self, kind: str, version: int, *, newer: bool) -> None:
        super().__init__(kind, version)
        self.kind = kind
        self.version = version
        self.newer = newer


def encode(event: Event) -> str:
    """Return an event as the JSON text that the record keeps."""
    return event.model_dump_json()


def decode(kind: str, version: int, body: str) -> Event:
    """Read an event back from the record. Raises UnreadableEvent."""
    found = KINDS.get(kind)
    if found is None or version > found.version:
        raise UnreadableEvent(kind, version, newer=True)
    try:
        present = body if version == found.version else _upgraded(found, version, body)
        return found.model_validate_json(present)
    except ValidationError as error:
        newer = any(fault["type"] == "extra_forbidden" for fault in error.errors())
        raise UnreadableEvent(kind, version, newer=newer) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableEvent(kind, version, newer=False) from error


def _upgraded(kind: type[Event], version: int, body: str) -> str:
    found = json.loads(body)
    if not isinstance(found, dict):
        raise TypeError(type(found))
    return json.dumps(kind.upgraded(version, found))
