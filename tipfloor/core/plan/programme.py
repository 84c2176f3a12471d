"""What a meeting file says of the business of its moments: who speaks, is elected, is adopted."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.ground.fields import (
    Code,
    Forms,
    Identifier,
    InLanguages,
    Language,
    LimitSeconds,
    Table,
    Text,
)
from tipfloor.core.ground.value import Trimmed

LongText = Annotated[str, Meta(min_length=1, max_length=4000), Trimmed()]
Symbol = Annotated[str, Meta(min_length=1, max_length=60), Trimmed()]
MOST_LANGUAGES = 20
"""Languages in which a meeting works or a document is given."""

Office = Literal["pro_tempore", "chair", "vice_chair"]
"""In which office someone presides."""


class PresidingPlan(Table):
    """Who presides from the start: the office, and the delegation that holds it where one does."""

    office: Office = "pro_tempore"
    delegation: Code | None = None


class AddressPlan(Table):
    """An address or report, by the speaker's office; without a limit unless one is set.

    At `planned_seconds` the clock gives a gentle sign. A report can be taken up in any moment.
    """

    worded: ClassVar[tuple[str, ...]] = ("office",)

    code: Identifier
    moment: Identifier | None = None
    office: Text
    kind: Literal["address", "report"] = "address"
    delegation: Code | None = None
    planned_seconds: LimitSeconds | None = None
    limit_seconds: LimitSeconds | None = None
    translations: InLanguages = {}
    forms: Forms = {}

    def named(self, language: str) -> str:
        """Return the office in a language, as it stands where it is not given in it."""
        return self.translations.get(language, {}).get("office", self.office)


class ElectionPlan(Table):
    """An office to be filled; `presides` says as what the elected delegation then presides."""

    worded: ClassVar[tuple[str, ...]] = ("title",)

    code: Identifier
    moment: Identifier
    title: Text
    presides: Literal["chair", "vice_chair"] | None = None
    host_offer: bool = False
    translations: InLanguages = {}
    forms: Forms = {}

    def named(self, language: str) -> str:
        """Return the office in a language, as it stands where it is not given in it."""
        return self.translations.get(language, {}).get("title", self.title)


class DocumentPlan(Table):
    """A document to be adopted, by its symbol; revision 0 is the first issue."""

    worded: ClassVar[tuple[str, ...]] = ("title",)

    code: Identifier
    moment: Identifier
    title: Text
    symbol: Symbol
    revision: Annotated[int, Meta(ge=0, le=100)] = 0
    languages: Annotated[tuple[Language, ...], Meta(max_length=MOST_LANGUAGES)] = ()
    translations: InLanguages = {}


class RecommendationPlan(Table):
    """A draft recommendation by its number."""

    worded: ClassVar[tuple[str, ...]] = ("text",)

    number: Annotated[int, Meta(ge=1, le=1000)]
    text: LongText
    regional_priority: bool = False
    translations: InLanguages = {}

    @property
    def code(self) -> str:
        """The number as a text."""
        return str(self.number)

    @property
    def title(self) -> str:
        """The recommendation's own text."""
        return self.text
