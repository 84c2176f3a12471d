"""What every table of a meeting file is made from: a closed table, and the kinds of its values."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import asdict

from tipfloor.core.ground.value import Between, Trimmed, Value, betweens, refuse_beyond

LONGEST_LIMIT = 3600
"""Seconds: a speaking limit over an hour is a slip of the keyboard."""

LONGEST_TEXT = 500
"""Characters of a title, a name or a reason."""

Language = Annotated[str, Meta(pattern=r"\A[a-z]{2,3}\Z")]
"""A language by its code of ISO 639."""

Capacity = Literal["national_authority", "designated_delegate"]
"""In which capacity a speaker speaks (concept note, rule 7)."""

Identifier = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
Text = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT), Trimmed()]
TextInOther = Annotated[str, Meta(min_length=1, max_length=4000), Trimmed()]

InLanguages = dict[Language, dict[str, TextInOther]]
"""What texts are in several languages: by language, then by the field of each."""

Code = Annotated[str, Meta(pattern=r"\A[A-Z]{3}\Z")]
Code2 = Annotated[str, Meta(pattern=r"\A[A-Z]{2}\Z")]
Day = Annotated[date, Between(date(1948, 1, 1), date(2200, 12, 31))]
LocalTime = Annotated[datetime, Meta(tz=False)]
"""A time of day on a date, on the clocks of the meeting's place."""

PersonId = Annotated[str, Meta(pattern=r"\Ap[0-9a-f]{12}\Z")]
"""An id that says nothing of the person; names are kept apart and can be erased."""

WebAddress = Annotated[str, Meta(pattern=r"\Ahttps?://[!-~]{3,500}\Z")]
"""The address of a page, such as that of a webcast."""

LimitSeconds = Annotated[int, Meta(ge=1, le=LONGEST_LIMIT)]
Seats = Annotated[int, Meta(ge=0, le=1000)]


FormName = Annotated[str, Meta(pattern=r"\A[a-z_]{1,20}\Z")]
"""What a form of a name is for: the, of, to, by, agrees, or what else a language has."""

Forms = dict[Language, dict[FormName, Text]]
"""The forms that sentences need of a name, by language: "of" may be "de los Estados Unidos".

`agrees` is the gender and number of the name: m, f or neither, then s or p.
"""


class Table(Value):
    """One table of the meeting file: frozen, and closed to keys that it does not know."""

    LITERAL: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if between := betweens(type(self)):
            refuse_beyond(between, asdict(self))
