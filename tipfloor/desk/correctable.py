"""Things of the record that can be corrected, with their fields and the act that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.fields import LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Part:
    """A field that can be corrected: its name, its present value, and how a new one is asked for.

    `kind` is delegation, codes, text, number, choice or tally; `choices` are values with words,
    `columns` those of a tally, each with the field that takes its figure. A text has `longest`
    characters at most.
    """

    name: str
    value: str
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    voters: int = 0
    longest: int = LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Correctable:
    """A thing of the record, the act that corrects it, and its fields."""

    title: str
    act: type[Act]
    fixed: Mapping[str, Any]
    parts: tuple[Part, ...]
