"""How a notice sounds."""

from __future__ import annotations

from typing import Literal

Tone = Literal["refusal", "error", "warning", "done"]
"""An act refused, a fault, something to be known, something done."""
