"""What Typst sets: a layout with its data, in the fonts and by the standard that it can have."""

from __future__ import annotations

from typing import Literal

import typst

from tipfloor.export.snapshot import Snapshot

Standard = Literal["ua-1", "1.7"]

OWN_FONTS: tuple[bool, Standard] = (True, "ua-1")

ATTEMPTS: tuple[tuple[bool, Standard], ...] = (OWN_FONTS, (False, "ua-1"), (False, "1.7"))
"""Whether only Typst's own fonts are used, and the standard kept.

PDF/UA allows no character without a glyph: a name in another script takes the machine's fonts, and
where those lack it too, the file is tagged still but does not claim the standard.
"""

SIZES = {"a4": "a4", "letter": "us-letter"}
"""The paper as Typst names it."""


def first_set(layout: bytes, told: str, snapshot: Snapshot) -> bytes:
    """Return a layout with its data, as JSON, as a PDF by the first attempt that succeeds."""
    for attempt in ATTEMPTS[:-1]:
        try:
            return _compiled(layout, told, snapshot, *attempt)
        except typst.TypstError:
            continue
    return _compiled(layout, told, snapshot, *ATTEMPTS[-1])


def sets_in_own_fonts(layout: bytes, told: str, snapshot: Snapshot) -> bool:
    """Tell whether Typst's own fonts have every character of a layout with its data."""
    try:
        _compiled(layout, told, snapshot, *OWN_FONTS)
    except typst.TypstError:
        return False
    return True


def _compiled(
    layout: bytes, told: str, snapshot: Snapshot, own_fonts: bool, standard: Standard
) -> bytes:
    made = typst.compile(
        layout,
        format="pdf",
        sys_inputs={"told": told},
        ignore_system_fonts=own_fonts,
        pdf_standards=standard,
        timestamp=int(snapshot.made_from.utc.timestamp()),
    )
    return bytes(made)
