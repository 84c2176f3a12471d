"""Where a person's name stands in texts that were typed into the record, which nothing erases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict

from tipfloor.core.ground.event import Event, Recorded
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.ground.instant import Instant

FREE = ("text", "reason", "what", "statement", "ruling", "offer", "title", "topic", "reference")
"""Fields whose texts are always typed; of others, a short one in capitals is a code."""

LONGEST_CODE = 3

ALONE = 4
"""Letters of a part of a name that is looked for as a word alone: it stands in many other words."""

PARTICLES = (
    *("al", "ap", "bin", "da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du"),
    *("el", "et", "ibn", "la", "las", "le", "les", "los", "mac", "of", "san", "santa", "st"),
    *(
        "the",
        "und",
        "van",
        "von",
        "dr",
        "dra",
        "don",
        "dona",
        "mr",
        "mrs",
        "ms",
        "sir",
        "sr",
        "sra",
    ),
)
"""Words of a name that do not tell whose it is."""


class Mention(NamedTuple):
    """A text of a row that holds a name, `whole` or a part of it; `kind` is the event's."""

    position: int
    kind: str
    field: str
    whole: bool


def mentions(history: Sequence[Recorded], name: str) -> list[Mention]:
    """Return the texts that hold a name or a part of it, however written, in the record's order.

    A plan may have a word in common with anybody: there the whole name counts.
    """
    parts = _parts(name)
    found = (_in_row(recorded, parts) for recorded in history) if parts else ()
    return [mention for row in found for mention in row]


def _parts(name: str) -> list[str]:
    """Return the words of a name that tell whose it is, all of them where none does."""
    words = fold_text(name).split()
    return [word for word in words if len(word) > 1 and word not in PARTICLES] or words


def _in_row(recorded: Recorded, parts: Sequence[str]) -> Iterator[Mention]:
    position, event, _ = recorded
    for field, text in _texts(event):
        held = [part for part in parts if _holds(fold_text(text), part)]
        whole = len(held) == len(parts)
        if held and (whole or not field.startswith("plan.")):
            yield Mention(position, event.kind, field, whole)


def _holds(text: str, part: str) -> bool:
    if len(part) < ALONE and part.isascii():
        return f" {part} " in f" {text} "
    return part in text or part in text.replace(" ", "")


def _texts(event: Event) -> Iterator[tuple[str, str]]:
    """Give every text of an event by its field; of plans within it too."""
    for name, value in asdict(event).items():
        if name != "kind":
            yield from _within(name, value)


def _within(field: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        is_code = value.isupper() and value.isascii() and len(value) <= LONGEST_CODE
        if not is_code or field.rpartition(".")[2] in FREE:
            yield field, value
    elif isinstance(value, Struct) and not isinstance(value, Instant):
        for name, item in asdict(value).items():
            yield from _within(f"{field}.{name}", item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _within(field, item)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from _within(field, item)
