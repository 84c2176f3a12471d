"""A PDF beside what the record makes: its objects, by the page that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tipfloor.export.against.differing import Difference, between, shown

END = b"endobj\n"
NUMBER = re.compile(rb"^\s*(\d+) 0 obj")
PAGE = re.compile(rb"/Contents (\d+) 0 R.*?/Type\s*/Page\b(?!s)", re.DOTALL)


def of_pdf(in_file: bytes, in_record: bytes) -> Iterator[Difference]:
    """Give the objects that differ: the contents of a page, what the file says of itself, or else.

    What such an object says is packed, so the place alone is told.
    """
    ours = in_record.split(END)
    pages = {found[1]: n for n, found in enumerate(_pages(ours), start=1)}

    def told(place: int, one: bytes | None, other: bytes | None) -> Iterator[Difference]:
        found = NUMBER.match(other or one or b"")
        number = found[1] if found else b""
        texts = (None if piece is None else shown(_printable(piece)) for piece in (one, other))
        if number in pages:
            yield Difference("page", str(pages[number]), None, None)
        else:
            yield Difference("object", number.decode() or str(place + 1), *texts)

    yield from between(in_file.split(END), ours, told)


def _pages(objects: list[bytes]) -> Iterator[re.Match[bytes]]:
    return filter(None, map(PAGE.search, objects))


def _printable(piece: bytes) -> bytes:
    """Return the readable beginning of an object, without its packed contents."""
    return piece.partition(b"stream")[0]
