"""What every table of a meeting file is made from: a closed table, and the kinds of its values."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LONGEST_LIMIT = 3600
"""Seconds: a speaking limit over an hour is a slip of the keyboard."""

LONGEST_TEXT = 500
"""Characters of a title, a name or a reason."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language by its code of ISO 639."""

Capacity = Literal["national_authority", "designated_delegate"]
"""In which capacity a speaker speaks (concept note, rule 7)."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)
]
TextInOther = Annotated[
    str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)
]

InLanguages = dict[Language, dict[str, TextInOther]]
"""What texts are in several languages: by language, then by the field of each."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Code2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Day = Annotated[date, Field(ge=date(1948, 1, 1), le=date(2200, 12, 31))]
LimitSeconds = Annotated[int, Field(ge=1, le=LONGEST_LIMIT)]
Seats = Annotated[int, Field(ge=0, le=1000)]


class Table(BaseModel):
    """One table of the meeting file: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
