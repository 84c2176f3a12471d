"""Majorities: how many votes in favour a decision needs, and of whom they are counted."""

from __future__ import annotations

from typing import Literal

Majority = Literal["simple", "members", "two_thirds", "two_thirds_of_members"]
"""More for than against; more than half of the members; two thirds of those voting, or of them all.

Whoever abstains does not vote. The members are those entitled to sit.
"""

OF_MEMBERS: tuple[Majority, ...] = ("members", "two_thirds_of_members")
"""The majorities that no abstention and no empty seat makes easier."""


def votes_needed(majority: Majority, voting: int, members: int) -> int:
    """Return how many votes in favour carry a proposal on which so many voted for or against."""
    base = members if majority in OF_MEMBERS else voting
    if majority in ("simple", "members"):
        return base // 2 + 1
    return max(1, -(-2 * base // 3))
