"""The shapes of the big letters: capitals and what stands between them, drawn as the digits are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import normalize

from tipfloor.desk.widgets.digit_shapes import SHAPES, Box, Point, Stroke


def _below(box: Box, points: Stroke) -> Stroke:
    """Return a stroke turned upside down."""
    return [(x, box.height - y) for x, y in points]


def _stem(box: Box) -> Stroke:
    return [(box.left, box.top), (box.left, box.foot)]


def _a(box: Box) -> list[Stroke]:
    bar, part = box.down(0.68), 0.68
    inner = (1 - part) * (box.right - box.left) / 2
    sides = [(box.left, box.foot), (box.middle, box.top), (box.right, box.foot)]
    return [sides, [(box.left + inner, bar), (box.right - inner, bar)]]


def _b(box: Box) -> list[Stroke]:
    waist = box.down(0.48)
    return [_stem(box), _lobe(box, box.top, waist), _lobe(box, waist, box.foot)]


def _lobe(box: Box, top: float, foot: float) -> Stroke:
    return [(box.left, top), *box.bowl(top, foot, 270, 450), (box.left, foot)]


def _c(box: Box) -> list[Stroke]:
    upper = box.cap(box.top, 335, 180)
    return [upper + _below(box, upper[::-1])]


def _d(box: Box) -> list[Stroke]:
    upper = box.cap(box.top, 270, 360)
    lower = _below(box, upper[::-1])
    return [_stem(box), [(box.left, box.top), *upper, *lower, (box.left, box.foot)]]


def _e(box: Box) -> list[Stroke]:
    return [*_f(box), [(box.left, box.foot), (box.right, box.foot)]]


def _f(box: Box) -> list[Stroke]:
    bar = box.down(0.48)
    upper = [(box.right, box.top), (box.left, box.top), (box.left, box.foot)]
    return [upper, [(box.left, bar), (box.across(0.85), bar)]]


def _g(box: Box) -> list[Stroke]:
    upper, lower = box.cap(box.top, 335, 180), _below(box, box.cap(box.top, 180, 360))
    bar = box.down(0.54)
    return [[*upper, *lower, (box.right, bar), (box.middle, bar)]]


def _h(box: Box) -> list[Stroke]:
    bar = box.down(0.48)
    right = [(box.right, box.top), (box.right, box.foot)]
    return [_stem(box), right, [(box.left, bar), (box.right, bar)]]


def _i(box: Box) -> list[Stroke]:
    return [[(box.middle, box.top), (box.middle, box.foot)]]


def _j(box: Box) -> list[Stroke]:
    return [[(box.right, box.top), *_below(box, box.cap(box.top, 360, 190))]]


def _k(box: Box) -> list[Stroke]:
    waist = box.down(0.56)
    arm = [(box.right, box.top), (box.left, waist)]
    return [_stem(box), arm, [(box.across(0.36), box.down(0.42)), (box.right, box.foot)]]


def _l(box: Box) -> list[Stroke]:
    return [[*_stem(box), (box.right, box.foot)]]


def _m(box: Box) -> list[Stroke]:
    valley = (box.middle, box.down(0.62))
    return [
        [*_stem(box)[::-1], valley, (box.right, box.top), (box.right, box.foot)],
    ]


def _n(box: Box) -> list[Stroke]:
    return [[*_stem(box)[::-1], (box.right, box.foot), (box.right, box.top)]]


def _o(box: Box) -> list[Stroke]:
    upper = box.cap(box.top, 180, 360)
    lower = [(box.width - x, box.height - y) for x, y in upper]
    return [upper + lower + upper[:1]]


def _p(box: Box) -> list[Stroke]:
    return [_stem(box), _lobe(box, box.top, box.down(0.54))]


def _q(box: Box) -> list[Stroke]:
    return [*_o(box), [(box.across(0.55), box.down(0.7)), (box.right, box.foot)]]


def _r(box: Box) -> list[Stroke]:
    return [*_p(box), [(box.middle, box.down(0.54)), (box.right, box.foot)]]


def _s(box: Box) -> list[Stroke]:
    waist = box.down(0.48)
    return [box.bowl(box.top, waist, 335, 90) + box.bowl(waist, box.foot, 270, 515)]


def _t(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.right, box.top)], *_i(box)]


def _u(box: Box) -> list[Stroke]:
    round_foot = _below(box, box.cap(box.top, 180, 360))
    return [[(box.left, box.top), *round_foot, (box.right, box.top)]]


def _v(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.middle, box.foot), (box.right, box.top)]]


def _w(box: Box) -> list[Stroke]:
    return [_below(box, stroke) for stroke in _m(box)]


def _x(box: Box) -> list[Stroke]:
    rising: list[Point] = [(box.left, box.foot), (box.right, box.top)]
    return [rising, _below(box, rising)]


def _y(box: Box) -> list[Stroke]:
    fork = (box.middle, box.down(0.5))
    arms = [(box.left, box.top), fork, (box.right, box.top)]
    return [arms, [fork, (box.middle, box.foot)]]


def _z(box: Box) -> list[Stroke]:
    upper = [(box.left, box.top), (box.right, box.top)]
    return [[*upper, (box.left, box.foot), (box.right, box.foot)]]


def _hyphen(box: Box) -> list[Stroke]:
    half = box.down(0.52)
    return [[(box.left, half), (box.right, half)]]


def _apostrophe(box: Box) -> list[Stroke]:
    return [[(box.middle, box.top), (box.middle, box.down(0.2))]]


def _stop(box: Box) -> list[Stroke]:
    return [[(box.middle, box.foot)] * 2]


def _comma(box: Box) -> list[Stroke]:
    return [[(box.right, box.down(0.9)), (box.left, box.foot)]]


def _opening(box: Box) -> list[Stroke]:
    upper, lower = (box.left, box.down(0.2)), (box.left, box.down(0.8))
    return [[(box.right, box.top), upper, lower, (box.right, box.foot)]]


def _closing(box: Box) -> list[Stroke]:
    return [[(box.width - x, y) for x, y in stroke] for stroke in _opening(box)]


def _slash(box: Box) -> list[Stroke]:
    return [[(box.left, box.foot), (box.right, box.top)]]


def _space(box: Box) -> list[Stroke]:
    return []


LETTERS: dict[str, Callable[[Box], list[Stroke]]] = {
    "A": _a,
    "B": _b,
    "C": _c,
    "D": _d,
    "E": _e,
    "F": _f,
    "G": _g,
    "H": _h,
    "I": _i,
    "J": _j,
    "K": _k,
    "L": _l,
    "M": _m,
    "N": _n,
    "O": _o,
    "P": _p,
    "Q": _q,
    "R": _r,
    "S": _s,
    "T": _t,
    "U": _u,
    "V": _v,
    "W": _w,
    "X": _x,
    "Y": _y,
    "Z": _z,
}
"""The strokes of every capital."""

SIGNS: dict[str, Callable[[Box], list[Stroke]]] = {
    " ": _space,
    "-": _hyphen,
    "'": _apostrophe,
    ".": _stop,
    ",": _comma,
    "(": _opening,
    ")": _closing,
    "/": _slash,
}
"""The strokes of what stands between letters."""

MARKS: dict[str, tuple[Stroke, ...]] = {
    "\N{COMBINING ACUTE ACCENT}": ([(0.3, 1.0), (0.7, 0.0)],),
    "\N{COMBINING GRAVE ACCENT}": ([(0.3, 0.0), (0.7, 1.0)],),
    "\N{COMBINING CIRCUMFLEX ACCENT}": ([(0.15, 1.0), (0.5, 0.0), (0.85, 1.0)],),
    "\N{COMBINING CARON}": ([(0.15, 0.0), (0.5, 1.0), (0.85, 0.0)],),
    "\N{COMBINING TILDE}": ([(0.0, 1.0), (0.3, 0.0), (0.7, 1.0), (1.0, 0.0)],),
    "\N{COMBINING DIAERESIS}": ([(0.1, 0.5)] * 2, [(0.9, 0.5)] * 2),
    "\N{COMBINING CEDILLA}": ([(0.5, 0.0), (0.3, 1.0)],),
}
"""Accents as strokes in a box of one by one."""

BELOW = frozenset({"\N{COMBINING CEDILLA}"})
"""The accents that stand below their letter."""

STROKES = {**SHAPES, **LETTERS, **SIGNS}
"""The strokes of every character that can be drawn without an accent."""

FOR_ACCENT = 0.26
"""The part of its height that an accented letter leaves to its accent."""


def parts(character: str) -> tuple[str, str] | None:
    """Return a letter and its accent, which may be none; None for what has no strokes."""
    base, mark = (*normalize("NFD", character), "", "")[:2]
    known = base in STROKES and (not mark or mark in MARKS)
    return (base, mark) if known and len(normalize("NFD", character)) <= 2 else None


def lettered(character: str, box: Box) -> Iterator[tuple[Stroke, float]]:
    """Yield the strokes of a letter, each with half its weight; an accent has room of its own."""
    base, mark = parts(character) or (" ", "")
    room = round(FOR_ACCENT * box.height) if mark else 0
    lower = Box(box.width, box.height - room, box.weight)
    down = 0 if mark in BELOW else room
    for stroke in STROKES[base](lower):
        yield [(x, y + down) for x, y in stroke], box.weight / 2
    thin = max(0.5, 0.36 * box.weight)
    top = lower.height if mark in BELOW else 0
    high = max(0.0, room - 2 * thin - 1)
    side = max(thin, 0.2 * box.width)
    for stroke in MARKS.get(mark, ()):
        yield [(side + x * (box.width - 2 * side), top + thin + y * high) for x, y in stroke], thin
