"""Drawing strokes with dots, two to a cell: full blocks and half blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tipfloor.desk.widgets.digit_shapes import SHAPES, Box, Point, Stroke

Weighted = tuple[Stroke, float]
"""A stroke and half its weight in dots."""


def is_drawn(text: str) -> bool:
    """Tell whether there are strokes for every character of a text."""
    from tipfloor.desk.widgets.letter_shapes import parts

    return all(character in SHAPES or parts(character) for character in text)


@lru_cache(maxsize=1024)
def glyph(character: str, box: Box) -> tuple[str, ...]:
    """Return a character as rows of half blocks, each as wide as its box."""
    dots = [[False] * box.width for _ in range(box.height + box.height % 2)]
    for stroke, radius in _strokes(character, box):
        for begin, end in pairwise(stroke):
            _draw(dots, box, begin, end, radius)
    return halved(dots)


def halved(dots: Sequence[Sequence[bool]]) -> tuple[str, ...]:
    """Return an even number of rows of dots as half as many rows of cells."""
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return tuple(
        "".join(" ▀▄█"[upper + 2 * lower] for upper, lower in zip(*pair, strict=True))
        for pair in pairs
    )


def _strokes(character: str, box: Box) -> Iterator[Weighted]:
    """Yield the strokes of a character; a clock needs no letters."""
    if character not in SHAPES:
        from tipfloor.desk.widgets.letter_shapes import lettered

        yield from lettered(character, box)
        return
    # A dot of the colon fills its box, a little heavier than a stroke, as in print.
    radius = box.width / 2 + 0.1 if character == ":" else box.weight / 2
    for stroke in SHAPES[character](box):
        yield stroke, radius


def _draw(dots: list[list[bool]], box: Box, begin: Point, end: Point, radius: float) -> None:
    """Fill the dots whose centres lie within the radius of a straight line."""
    lowest, highest = sorted((begin[1], end[1]))
    leftmost, rightmost = sorted((begin[0], end[0]))
    for y in range(max(0, int(lowest - radius)), min(box.height, int(highest + radius) + 1)):
        row = dots[y]
        for x in range(max(0, int(leftmost - radius)), min(box.width, int(rightmost + radius) + 1)):
            if not row[x] and _distance(x + 0.5, y + 0.5, begin, end) <= radius * radius + 1e-6:
                row[x] = True


def _distance(x: float, y: float, begin: Point, end: Point) -> float:
    """Return the square of the distance of a point from a straight line between two others."""
    along, down = end[0] - begin[0], end[1] - begin[1]
    length = along * along + down * down
    x, y = x - begin[0], y - begin[1]
    part = min(1.0, max(0.0, (x * along + y * down) / length)) if length else 0.0
    return float((x - part * along) ** 2 + (y - part * down) ** 2)
