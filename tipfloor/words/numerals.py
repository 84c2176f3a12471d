"""Roman numerals, with which secretariats number the moments of a meeting."""

from __future__ import annotations

_VALUES = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
_NUMERALS = (*_VALUES, (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 to 399 in Roman numerals."""
    numeral = ""
    for value, letters in _NUMERALS:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral
