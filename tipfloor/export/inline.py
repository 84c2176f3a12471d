"""What stands within a line of a document: passages in another language, and places to link to.

A line is one text, so that words go on being filled with facts; a passage is marked by control
characters, which no text that people supply has once it is `plain`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from tipfloor.core.plan.plan import Name
from tipfloor.words.plain import plain

BEGIN, MIDDLE, END = "\x0e", "\x1f", "\x0f"
PASSAGE = re.compile(f"{BEGIN}([a-z]{{2,3}}|#[a-z]+-[0-9]+){MIDDLE}([^{BEGIN}{MIDDLE}{END}]*){END}")

STOPS, CLOSING = frozenset(".!?…\u3002\uff01\uff1f\u061f"), "\"'”\u2019»)]\u00a0\u202f"
"""What ends a sentence, and what may stand behind that."""

RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
ENDS = re.compile(f"([{RIGHT_TO_LEFT}]\\)?)(?=[,;:.]|[ (]*[0-9]|$)")
"""Where a name that is written from right to left ends, and would draw on what stands behind it."""

LEFT_TO_RIGHT = "\u200e"
"""The mark behind such a name: names beside each other keep their order, figures their place."""


class Piece(Struct, frozen=True):
    """A part of a line: its text, its language where that is another, and its own place."""

    text: str
    language: str = ""
    anchor: str = ""


def in_language(text: str, language: str) -> str:
    """Return text marked as in a language; as it is where that is none."""
    return f"{BEGIN}{language}{MIDDLE}{plain(text)}{END}" if language else text


def anchored(text: str, kind: str, number: int) -> str:
    """Return text that a link can lead to, such as that of remark 12."""
    marked = f"{BEGIN}#{kind}-{number}{MIDDLE}{plain(text)}{END}"
    return Name.of(text.row, marked) if isinstance(text, Name) else marked


def closed(text: str) -> str:
    """Return what people typed as a sentence that another can follow: with a stop at its end."""
    told = unmarked(text).rstrip()
    return f"{text}." if told and told.rstrip(CLOSING)[-1:] not in STOPS else text


def pieces(text: str) -> list[Piece]:
    """Return the parts of a line in order, each with text that every form can hold."""
    found: list[Piece] = []
    place = 0
    for match in PASSAGE.finditer(text):
        if before := _held(text[place : match.start()]):
            found.append(Piece(before))
        mark = match[1]
        anchor = mark[1:] if mark.startswith("#") else ""
        found.append(Piece(_held(match[2]), "" if anchor else mark, anchor))
        place = match.end()
    if (rest := _held(text[place:])) or not found:
        found.append(Piece(rest))
    return found


def unmarked(text: str) -> str:
    """Return a line as text alone."""
    return "".join(piece.text for piece in pieces(text)) if BEGIN in text else _held(text)


def _held(text: str) -> str:
    """Return plain text in which each name is read by itself, in whatever direction it is."""
    told = plain(text)
    return told if told.isascii() else ENDS.sub(rf"\1{LEFT_TO_RIGHT}", told)
