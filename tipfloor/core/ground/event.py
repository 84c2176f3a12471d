"""The base of every event and the registry of their kinds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

import msgspec
from msgspec import ValidationError

from tipfloor.core.ground.directory import EVENTS
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.registry import Registry
from tipfloor.core.ground.value import Value, resolve

if TYPE_CHECKING:
    from tipfloor.core.state.meeting import Meeting

Body = dict[str, Any]
"""An event as the record keeps it, read as JSON."""

KINDS: Registry[type[Event]] = Registry("tipfloor.core", EVENTS)
"""Every kind of event by its name; a room adds its own by declaring the class."""

Tone = Literal["plain", "refusal", "warning"]
"""How an event stands out where a record is told."""

BASE = 2
"""The version of what the bodies of all kinds have in common; in the first some were `joined`."""

UNKNOWN_FIELD = "Object contains unknown field"
"""How msgspec begins to say that a body has a field that its kind has not."""

OF_BASE = 100
"""A stored version is that of the base times this, and that of the kind."""


class Event(Value):
    """Something that happened in the meeting; `apply` is the only way in which state changes.

    `version` is that of the kind's own fields. An event that is `undoable` is undone with the
    others of its act; one that stands `apart` before them is undone by itself. A kind that
    `tells_durations` has its manner only where the durations of its remark are known.
    """

    KINDS = KINDS

    version: ClassVar[int] = 1
    undoable: ClassVar[bool] = True
    apart: ClassVar[bool] = False
    tells_durations: ClassVar[bool] = False

    kind: str
    at: Instant

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Return a stored body of an older version with the fields of the present one.

        Fields that were only added have their defaults, and nothing is to be done for them.
        """
        return body

    def manner(self) -> str:
        """Return in which of its manners it came about, empty for the plain one.

        A kind that has several says all of them as the type that it returns: each is told in words
        of its own.
        """
        return ""

    @property
    def tone(self) -> Tone:
        """How it stands out of the record."""
        return "plain"

    def apply(self, meeting: Meeting) -> Meeting:
        """Return the meeting after this event; `meeting.position` is the event's own position."""
        raise NotImplementedError

    def left_out(self, meeting: Meeting, position: int) -> Meeting:
        """Return the meeting after this event where it was undone: it only keeps its number."""
        return meeting


class Told(NamedTuple):
    """Of which act an event is, by its id, who told it and when, and the digest of its row.

    `at` is ISO 8601 on the record's clock; all are empty where the record does not say so.
    """

    act: str = ""
    by: str = ""
    at: str = ""
    digest: str = ""


class Recorded(NamedTuple):
    """An event at its place in the record, counted from 1."""

    position: int
    event: Event
    told: Told = Told()


class UnreadableEvent(Exception):
    """An event that this program cannot read: of a later version, or damaged."""

    def __init__(self, kind: str, version: int, *, newer: bool) -> None:
        super().__init__(kind, version)
        self.kind = kind
        self.version = version
        self.newer = newer


def encode(event: Event) -> str:
    """Return an event as the JSON text that the record keeps, which can be read back.

    Raises ValueError for one that could not be.
    """
    body = msgspec.json.encode(event)
    try:
        reader(type(event)).decode(body)
    except ValidationError as error:
        raise ValueError(f"{event.kind}: {error}") from error
    return body.decode()


@cache
def reader(kind: type[Event]) -> msgspec.json.Decoder[Event]:
    """Return what reads the bodies of a kind."""
    resolve(kind)
    return msgspec.json.Decoder(kind)


def stored_version(kind: type[Event]) -> int:
    """Return the version with which the record keeps the events of a kind at present."""
    return BASE * OF_BASE + kind.version


def decode(kind: str, stored: int, body: str) -> Event:
    """Read an event back from the record, by its kind and stored version. Raises UnreadableEvent.

    A field that this program does not know is a later program's.
    """
    try:
        present = _reader_of(kind, stored)
        return present(body) if present else _decoded(kind, stored, body)
    except ValidationError as error:
        newer = str(error).startswith(UNKNOWN_FIELD)
        raise UnreadableEvent(kind, stored, newer=newer) from error
    except (msgspec.DecodeError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableEvent(kind, stored, newer=False) from error


@lru_cache(maxsize=1_024)
def _reader_of(kind: str, stored: int) -> Callable[[str], Event] | None:
    """Return what reads the bodies of a kind in its present version, None for any other."""
    found = KINDS.get(kind)
    return reader(found).decode if found and stored == stored_version(found) else None


def _decoded(kind: str, stored: int, body: str) -> Event:
    found, (base, version) = KINDS.get(kind), _versions(stored)
    if found is None or base > BASE or version > found.version:
        raise UnreadableEvent(kind, stored, newer=True)
    return reader(found).decode(_upgraded(found, base, version, body))


def is_joined(stored: int, body: str) -> bool:
    """Tell whether an event of the first base is of the same act as the one before it."""
    if stored >= OF_BASE:
        return False
    import json  # for records of former versions

    try:
        return json.loads(body).get("joined") is True
    except (ValueError, AttributeError, RecursionError):
        return False


def _versions(stored: int) -> tuple[int, int]:
    """Return the versions of the base and of the kind; the first base was not told."""
    return divmod(stored, OF_BASE) if stored >= OF_BASE else (1, stored)


def _upgraded(kind: type[Event], base: int, version: int, body: str) -> str:
    import json  # for records of former versions

    found = json.loads(body)
    if not isinstance(found, dict):
        raise TypeError(type(found))
    if base < BASE:
        found.pop("joined", None)
    return json.dumps(kind.upgraded(version, found) if version < kind.version else found)
