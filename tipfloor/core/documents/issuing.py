"""The documents before they are adopted: added while the meeting runs, issued as a revision."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Identifier, InLanguages, Language, Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.programme import MOST_LANGUAGES, DocumentPlan, Symbol
from tipfloor.core.state.document import find_document, open_document, with_document
from tipfloor.core.state.meeting import Meeting

Revision = Annotated[int, Meta(ge=0, le=100)]
Languages = Annotated[tuple[Language, ...], Meta(max_length=MOST_LANGUAGES)]


class DocumentAdded(Event):
    """A document that the meeting file did not have is to be adopted too."""

    kind: Literal["document_added"] = "document_added"
    document: DocumentPlan

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the plan in force."""
        return meeting.having(plan=meeting.plan.with_added("documents", self.document))


class AddDocument(Act):
    """Add a document to be adopted, in the current moment unless another is named."""

    worded: ClassVar[tuple[str, ...]] = ("title",)
    kind: Literal["add_document"] = "add_document"
    document: Identifier
    symbol: Symbol
    title: Text
    moment: str | None = None
    revision: Revision = 0
    languages: Languages = ()
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Add it unless its code or symbol is taken."""
        moment = meeting.moment if self.moment is None else self.moment
        if moment not in meeting.plan.moment_index:
            raise Refused("unknown_moment", Rule.ORDER_OF_MOMENTS, given=moment)
        taken = {name for item in meeting.plan.documents for name in (item.code, item.symbol)}
        for name in (self.document, self.symbol):
            if name in taken:
                raise Refused("document_exists", Rule.ADOPTION, given=name)
        meeting.plan.refuse_full("documents")
        planned = DocumentPlan(
            code=self.document,
            moment=moment,
            title=self.title,
            symbol=self.symbol,
            revision=self.revision,
            languages=self.languages,
            translations=self.translations,
        )
        return [DocumentAdded(at=now, document=planned)]


class RevisionIssued(Event):
    """A document was issued anew; the older revision is superseded."""

    kind: Literal["revision_issued"] = "revision_issued"
    document: str
    revision: int
    languages: tuple[Language, ...] = ()

    def apply(self, meeting: Meeting) -> Meeting:
        """Let the revision be the one that is decided from now on."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        issued = replace(found, revision=self.revision, languages=self.languages)
        return with_document(meeting, issued)


class IssueRevision(Act):
    """Issue a revision of a document, in the languages in which it is available."""

    kind: Literal["issue_revision"] = "issue_revision"
    document: Identifier
    revision: Revision
    languages: Languages | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Issue it where it is higher, before adoption (PRACTICE section 7, case 27)."""
        found = open_document(meeting, self.document)
        if self.revision <= found.revision:
            raise Refused(
                "not_higher", Rule.ADOPTION, document=found.plan.title, revision=found.revision
            )
        languages = found.languages if self.languages is None else self.languages
        issued = RevisionIssued(
            at=now, document=self.document, revision=self.revision, languages=languages
        )
        return [issued]
