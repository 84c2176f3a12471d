"""What stands on the face of the published record, as far as a meeting file states it."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.ground.fields import Day, InLanguages, Language, Table, Text
from tipfloor.core.ground.value import Trimmed
from tipfloor.core.plan.programme import Symbol

Paper = Literal["a4", "letter"]
"""The paper of every document: 210 by 297 millimetres, or 8.5 by 11 inches."""

Logo = Annotated[str, Meta(pattern=r"^[^/\\\x00-\x1f]{1,100}\.(png|svg|PNG|SVG)$")]
Template = Annotated[str, Meta(pattern=r"^[^/\\\x00-\x1f]{1,100}\.(docx|DOCX)$")]
"""Names of files beside the meeting file; no path, so that a record speaks of no machine."""


Distribution = Annotated[str, Meta(min_length=1, max_length=100), Trimmed()]
"""How a document may be handed on, such as "General"."""


class PublicationPlan(Table):
    """The masthead, cover and paper of the published record; what is not stated leaves no hole.

    `sponsor` is who presents it; `original_language` is that in which it was drawn up, and
    `issued_on` its date, the day of the closing where none is stated. `logo` and `template` are
    names of files beside the meeting file.
    """

    worded: ClassVar[tuple[str, ...]] = ("distribution", "sponsor")

    series: Symbol | None = None
    symbol: Symbol | None = None
    distribution: Distribution | None = None
    original_language: Language | None = None
    issued_on: Day | None = None
    sponsor: Text | None = None
    paper: Paper = "a4"
    logo: Logo | None = None
    template: Template | None = None
    translations: InLanguages = {}
