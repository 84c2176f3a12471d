"""A list of rows as JSON, a row on each line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec.json import Encoder

from tipfloor.export.unpacking import opened, unpacked
from tipfloor.words.plain import visible

AT_ONCE = 512
"""Rows that are written at once: more would need much more memory, at each step anew."""

SEEN = bytes(range(0x20, 0x7F))
"""The bytes of text that show what they are."""

ESCAPED = (b"\\u", b"\\b", b"\\f")
"""How characters begin of which `sound` makes others."""


def lined(name: str, rows: Iterable[Any]) -> Iterator[bytes]:
    """Give a list as a member of an object: indented rows would take three times as long."""
    every = iter(rows)
    before = f'\n  "{name}": [\n    '.encode()
    some = list(islice(every, AT_ONCE))
    if not some:
        yield f'\n  "{name}": []'.encode()
        return
    while some:
        yield before
        yield _lines(some).replace(b"\n", b",\n    ")
        before, some = b",\n    ", list(islice(every, AT_ONCE))
    yield b"\n  ]"


def _lines(rows: Sequence[Any]) -> bytes:
    """Return each row as JSON; only one that has what is not seen is gone through by its texts."""
    try:
        every: bytes = ENCODER.encode_lines(rows).removesuffix(b"\n")
    except UnicodeEncodeError:  # half a character, somewhere
        return b"\n".join(map(_sound, rows))
    if _is_seen(every):
        return every
    pairs = zip(rows, every.split(b"\n"), strict=True)
    return b"\n".join(line if _is_seen(line) else _sound(row) for row, line in pairs)


def _is_seen(written: bytes) -> bool:
    """Tell whether all that stands in lines of JSON is seen as what it is."""
    if b"\\" in written and any(sign in written for sign in ESCAPED):
        return False
    return written.translate(None, SEEN + b"\n").decode().isprintable()


def _sound(row: Any) -> bytes:
    return visible(json.dumps(unpacked(row), ensure_ascii=False, separators=(",", ":"))).encode()


def _as_known(value: Any) -> Any:
    """Return a value of a kind of our own as one that every encoder knows."""
    return str(value) if isinstance(value, str) else opened(value)


ENCODER = Encoder(enc_hook=_as_known)
