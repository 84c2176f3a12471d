"""Digits and capitals five dots high, dot by dot: too small for strokes."""

from __future__ import annotations

from unicodedata import normalize

from tipfloor.standing.clock import DASH

HEIGHT = 5
"""Dots, without the row above in which an accent stands."""

_DRAWN = {
    "0": "### #.# #.# #.# ###",
    "1": "##. .#. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# .#. .#. .#.",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    "+": "... .#. ### .#. ...",
    DASH: "... ... ### ... ...",
    ":": ". # . # .",
    "A": ".#. #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": "### #.. #.. #.. ###",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": "#### #... #.## #..# ####",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# ###",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..",
    "Q": "#### #..# #..# #.## ####",
    "R": "### #.# ##. #.# #.#",
    "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
    " ": ".. .. .. .. ..",
    "-": ".. .. ## .. ..",
    "'": "# # . . .",
    ".": ". . . . #",
    ",": ".. .. .. .# #.",
    "(": ".# #. #. #. .#",
    ")": "#. .# .# .# #.",
    "/": "..# ..# .#. #.. #..",
}

_OVER_BOTH_SIDES = frozenset("\N{COMBINING TILDE}\N{COMBINING DIAERESIS}")
_BELOW = "\N{COMBINING CEDILLA}"


def small(character: str) -> list[list[bool]]:
    """Return a character as six rows of dots, of which the uppermost is for an accent.

    A cedilla has no room, and an accent no shape but one dot or two.
    """
    base, mark = (*normalize("NFD", character), "")[:2]
    rows = [[dot == "#" for dot in row] for row in _DRAWN[base].split()]
    wide = len(rows[0])
    over = {0, wide - 1} if mark in _OVER_BOTH_SIDES else {wide // 2}
    accent = bool(mark) and mark != _BELOW
    return [[accent and place in over for place in range(wide)], *rows]
