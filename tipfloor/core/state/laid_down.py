"""A meeting as bytes and back: what a record's fold came to, laid down so that it is had at once.

Only the program that wrote them reads the bytes: their form is no promise, and a record is complete
without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from inspect import get_annotations
from typing import Any, get_args, get_origin

import msgspec

from tipfloor.core.state import meeting as room
from tipfloor.core.state.document import Document
from tipfloor.core.state.log import Log
from tipfloor.core.state.meeting import LOGS, Meeting
from tipfloor.core.state.recommendation import Recommendation
from tipfloor.core.state.remark import Remark

LATER = {"Document": Document, "Recommendation": Recommendation, "Remark": Remark}
"""What the room of the meeting names in its annotations and does not import."""


class Unlike(ValueError):
    """Bytes that are no meeting as this program lays one down."""


def laid_down(meeting: Meeting) -> bytes:
    """Return a meeting as JSON, each of its logs as a list."""
    fields = {name: getattr(meeting, name) for name in Meeting.__struct_fields__}
    if fields["filed_plan"] == fields["plan"]:
        fields["filed_plan"] = None
    return msgspec.json.encode(fields, enc_hook=_as_list)


def taken_up(data: bytes) -> Meeting:
    """Return the meeting that was laid down. Raises Unlike."""
    try:
        fields = _reader().decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Unlike(str(error)) from error
    found = {name: getattr(fields, name) for name in Meeting.__struct_fields__}
    found |= {name: Log(found[name]) for name in LOGS}
    found["filed_plan"] = found["filed_plan"] or found["plan"]
    return Meeting(**found)


@cache
def _reader() -> msgspec.json.Decoder[Any]:
    form = msgspec.defstruct("LaidDown", list(_fields()), kw_only=True, forbid_unknown_fields=True)
    return msgspec.json.Decoder(form, dec_hook=_as_log)


def _fields() -> Iterator[tuple[str, Any]]:
    """Give the fields of a meeting, a log by the list of its items: these are read far sooner."""
    names = {**vars(room), **LATER}
    for name, annotation in get_annotations(Meeting).items():
        kind = eval(annotation, names)
        if get_origin(kind) is Log:
            kind = _items_of(kind)
        yield name, kind | None if name == "filed_plan" else kind


def _items_of(kind: Any) -> Any:
    """Return a tuple of what a log holds, as a type."""
    [item] = get_args(kind)
    return tuple.__class_getitem__((item, ...))


def _as_list(value: object) -> object:
    if isinstance(value, Log):
        return tuple(value)
    raise TypeError(type(value))


def _as_log(kind: Any, value: Any) -> object:
    if get_origin(kind) is not Log:
        raise TypeError(kind)
    return Log(msgspec.convert(value, _items_of(kind), dec_hook=_as_log))
