"""The shapes of the big digits: strokes of even weight on square dots, half a cell high each."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from msgspec import Struct

from tipfloor.standing.clock import DASH

Point = tuple[float, float]
Stroke = list[Point]

DEGREES_PER_CORD = 12


class Box(Struct, frozen=True):
    """The dots that a glyph may fill, and the middle lines of the strokes along its edges."""

    width: int
    height: int
    weight: int

    @property
    def left(self) -> float:
        """The middle of a stroke down the left edge; `top` likewise along the upper one."""
        return self.weight / 2

    top = left

    @property
    def right(self) -> float:
        """The middle of a stroke down the right edge."""
        return self.width - self.weight / 2

    @property
    def foot(self) -> float:
        """The middle of a stroke along the lower edge."""
        return self.height - self.weight / 2

    @property
    def middle(self) -> float:
        """The middle of the width."""
        return self.width / 2

    @property
    def radius(self) -> float:
        """The radius of a bowl as wide as the box."""
        return (self.right - self.left) / 2

    def across(self, part: float) -> float:
        """Return a part of the way from left to right, where a stroke covers whole dots."""
        return self._snapped(self.left + part * (self.right - self.left))

    def down(self, part: float) -> float:
        """Return a part of the way from top to foot, where a stroke covers whole dots."""
        return self._snapped(self.top + part * (self.foot - self.top))

    def _snapped(self, place: float) -> float:
        return round(place - self.weight / 2) + self.weight / 2

    def bowl(self, top: float, foot: float, begin: float, end: float) -> Stroke:
        """Return an arc as wide as the box; in degrees, 0 is right, 90 down, 270 up."""
        return self._arc((top + foot) / 2, (foot - top) / 2, begin, end)

    def cap(self, top: float, begin: float, end: float) -> Stroke:
        """Return an arc of a circle as wide as the box, or flatter where the box is low."""
        radius = min(self.radius, (self.foot - self.top) / 2)
        return self._arc(top + radius, radius, begin, end)

    def _arc(self, centre: float, radius: float, begin: float, end: float) -> Stroke:
        cords = max(4, int(abs(end - begin) / DEGREES_PER_CORD))
        angles = (radians(begin + (end - begin) * cord / cords) for cord in range(cords + 1))
        return [(self.middle + self.radius * cos(a), centre + radius * sin(a)) for a in angles]


def _zero(box: Box) -> list[Stroke]:
    upper = box.cap(box.top, 180, 360)
    lower = [(box.width - x, box.height - y) for x, y in upper]
    return [upper + lower + upper[:1]]


def _one(box: Box) -> list[Stroke]:
    stem = box.across(0.62)
    flag = box.top + 0.24 * (box.foot - box.top)
    return [[(box.left, flag), (stem, box.top), (stem, box.foot)]]


def _two(box: Box) -> list[Stroke]:
    return [[*box.cap(box.top, 188, 390), (box.left, box.foot), (box.right, box.foot)]]


def _three(box: Box) -> list[Stroke]:
    waist = box.down(0.47)
    return [box.bowl(box.top, waist, 195, 450), box.bowl(waist, box.foot, 270, 525)]


def _four(box: Box) -> list[Stroke]:
    bar, stem = box.down(0.7), box.across(0.76)
    begin = box.left + 0.52 * (box.right - box.left)
    upper = box.top + 0.45 * (box.foot - box.top)
    slope = [(begin, box.top), (box.left, bar), (box.right, bar)]
    return [slope, [(stem, upper), (stem, box.foot)]]


def _five(box: Box) -> list[Stroke]:
    waist = box.down(0.4)
    corner = [(box.right, box.top), (box.left, box.top), (box.left, waist), (box.middle, waist)]
    return [corner + box.bowl(waist, box.foot, 270, 525)]


def _six(box: Box) -> list[Stroke]:
    waist = box.down(0.44)
    centre = (box.left, (waist + box.foot) / 2)
    return [box.bowl(waist, box.foot, 0, 360), [centre, *box.cap(box.top, 180, 325)]]


def _seven(box: Box) -> list[Stroke]:
    end = box.left + 0.3 * (box.right - box.left)
    return [[(box.left, box.top), (box.right, box.top), (end, box.foot)]]


def _eight(box: Box) -> list[Stroke]:
    waist = box.down(0.47)
    return [box.bowl(box.top, waist, 0, 360), box.bowl(waist, box.foot, 0, 360)]


def _nine(box: Box) -> list[Stroke]:
    return [[(box.width - x, box.height - y) for x, y in stroke] for stroke in _six(box)]


def _colon(box: Box) -> list[Stroke]:
    upper = round(0.28 * box.height - box.middle) + box.middle
    return [[(box.middle, place)] * 2 for place in (upper, box.height - upper)]


def _plus(box: Box) -> list[Stroke]:
    half = box.height / 2
    upright = [(box.middle, half - box.radius), (box.middle, half + box.radius)]
    return [[(box.left, half), (box.right, half)], upright]


def _dash(box: Box) -> list[Stroke]:
    half = box.height / 2
    return [[(box.left, half), (box.right, half)]]


SHAPES: dict[str, Callable[[Box], list[Stroke]]] = {
    "0": _zero,
    "1": _one,
    "2": _two,
    "3": _three,
    "4": _four,
    "5": _five,
    "6": _six,
    "7": _seven,
    "8": _eight,
    "9": _nine,
    ":": _colon,
    "+": _plus,
    DASH: _dash,
}
"""The strokes of every character of a clock."""
