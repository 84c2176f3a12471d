"""How Textual shows the roles of what every face shows."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tipfloor.standing.line import Line, Lines, Role

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "quiet": "$text-muted",
    "faint": "$text-disabled",
    "spoken": "italic",
    "here": "bold reverse",
    "accent": "$accent",
    "strong accent": "bold $accent",
    "priority": "$text-accent",
    "good": "$text-success",
    "done": "$success",
    "strong done": "bold $success",
    "caution": "$text-warning",
    "strong caution": "bold $text-warning",
    "warning": "$warning",
    "strong warning": "bold $warning",
    "bad": "$text-error",
    "undone": "$text-disabled strike",
    "band of warning": "$on-warning on $warning",
    "band of alarm": "$on-alarm on $error",
}

Shown = Content | Line | Lines
"""What a widget shows: a line or several of what every face shows, or content of the desk's own."""


def content(shown: Shown) -> Content:
    """Return what Textual draws; several lines stand below one another."""
    if isinstance(shown, Content):
        return shown
    lines = (shown,) if isinstance(shown, Line) else shown
    return Content("\n").join(Content.assemble(*_parts(line)) for line in lines)


def _parts(line: Line) -> Iterator[tuple[str, str]]:
    for text, role in line.spans:
        yield text, STYLES[role]
