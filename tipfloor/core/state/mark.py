"""The marks that a remark can have: what was out of the usual about it."""

from __future__ import annotations

from typing import Literal

GivenMark = Literal["reminded_of_topic", "general_report"]
"""The marks that the desk gives a remark by an act of its own."""

Mark = Literal[
    GivenMark,
    "recovered",
    "clock_went_back",
    "clock_went_ahead",
    "wall_clock",
    "back_dated",
    "out_of_order",
    "after_closing",
    "extended",
    "restarted",
    "corrected",
    "by_hand",
    "national_capacity",
]
"""Every mark; each has words in every language of the files."""
