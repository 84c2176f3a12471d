"""Samples become figures, and figures a table with each aim beside what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Aim:
    """What a measurement should come to: a figure, in its own unit, that it should stay below."""

    words: str
    value: float
    at_most: float

    @property
    def verdict(self) -> str:
        """Whether it was met, in a word."""
        return "met" if self.value < self.at_most else "MISSED"


@dataclass(frozen=True)
class Line:
    """One line of the table: samples, the samples of the limit beside it, and the aim."""

    name: str
    samples: Sequence[float]
    limit: Sequence[float] = ()
    limit_name: str = ""
    aim: Aim | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """The median over the limit's median, None where no limit was measured beside it."""
        return median(self.samples) / median(self.limit) if self.limit else None

    def cells(self) -> list[str]:
        """Return the line as texts, in the order of HEAD."""
        return [
            self.name,
            _figure(median(self.samples), self.unit),
            _figure(p99(self.samples), self.unit),
            _figure(median(self.limit), self.unit) if self.limit else "-",
            _figure(p99(self.limit), self.unit) if self.limit else "-",
            f"{self.ratio:.2f}" if self.ratio is not None else "-",
            str(len(self.samples)),
            self.limit_name or "-",
            self.aim.words if self.aim else "-",
            self.aim.verdict if self.aim else "-",
        ]


HEAD = ("measured", "median", "p99", "limit", "p99", "ratio", "n", "the limit is", "aim", "")


def p99(samples: Sequence[float]) -> float:
    """Return the figure that 99 of 100 samples do not pass; the largest of fewer than 100."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * 99 // 100) - 1)]


def table(lines: Sequence[Line]) -> str:
    """Return the lines as columns of text."""
    rows = [list(HEAD), *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(_placed(cell, width, column) for column, (cell, width) in enumerate(pairs))
        for pairs in ([*zip(row, widths, strict=True)] for row in rows)
    )


def _placed(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if 1 <= column <= 6 else cell.ljust(width)


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"
