"""What a trial found: how much was tried, what was lost, what was wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """One line of the table. `lost` are acts that were acknowledged and are not in the record."""

    what: str
    tried: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    peak: int = 0
    """Bytes: the most memory that a process of the trial took, 0 where none was measured."""
    notes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether something was tried and nothing was lost or wrong."""
        return self.tried > 0 and not self.lost and not self.wrong

    def cells(self) -> list[str]:
        """Return the line as texts, in the order of HEAD."""
        peak = f"{self.peak / 1_000_000:.0f} MB" if self.peak else ""
        figures = [f"{self.tried:,}", str(len(self.lost)), str(len(self.wrong))]
        return [self.what, *figures, peak, "; ".join(self.notes)]


HEAD = ("What", "Tried", "Lost", "Wrong", "Peak memory", "Of it")


def table(outcomes: list[Outcome]) -> str:
    """Return the outcomes as a table in Markdown."""
    rows = [list(HEAD), ["---", "---:", "---:", "---:", "---:", "---"]]
    rows += [outcome.cells() for outcome in outcomes]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def troubles(outcomes: list[Outcome]) -> str:
    """Return what was lost or wrong, a paragraph each."""
    return "\n".join(
        f"{outcome.what}: {word}: {found}"
        for outcome in outcomes
        for word, all_found in (("LOST", outcome.lost), ("WRONG", outcome.wrong))
        for found in all_found
    )
