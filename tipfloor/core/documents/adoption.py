"""Deciding on a document: adopted, rejected or deferred, and reopened for a reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.deciding.deciding import Deciding, set_aside
from tipfloor.core.deciding.flat import HowTaken
from tipfloor.core.ground.act import Act, Reason, needs_reason
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Identifier, Language
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared
from tipfloor.core.state.document import (
    Document,
    DocumentDecision,
    Outcome,
    find_document,
    known_document,
    open_document,
    with_document,
)
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Taken


class DecidedUpon(HowTaken):
    """What the events share that record a decision on a document or an amendment."""

    __slots__ = ()

    document: str
    outcome: Outcome
    revision: int
    languages: tuple[Language, ...] = ()
    reason: str | None = None

    def decision(self, meeting: Meeting, at: Instant) -> DocumentDecision:
        """Return the decision that a document or an amendment keeps."""
        return DocumentDecision(
            outcome=self.outcome,
            at=at,
            moment=meeting.moment,
            revision=self.revision,
            languages=self.languages,
            taken=self.taken,
        )


BY_VOTE: dict[Outcome, Literal["adopted_vote", "rejected_vote"]] = {
    "adopted": "adopted_vote",
    "rejected": "rejected_vote",
}
"""What a vote made of a document or an amendment, as the log tells it."""


class DocumentDecided(DecidedUpon, Event):
    """A document was adopted, rejected or deferred in one of its revisions."""

    version: ClassVar[int] = 2
    kind: Literal["document_decided"] = "document_decided"

    def manner(
        self,
    ) -> Literal["", "adopted", "adopted_vote", "rejected", "rejected_vote", "deferred"]:
        """Tell what became of it, and whether by a vote."""
        if self.method == "vote":
            return BY_VOTE.get(self.outcome, "")
        return "" if self.outcome == "withdrawn" else self.outcome

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the decision; a deferral before it is superseded."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        return with_document(meeting, found.deciding(self.decision(meeting, self.at)))


class OfDocument(Shared):
    """What the acts about one document begin with."""

    __slots__ = ()

    document: Identifier


class DecidingDocuments(Deciding):
    """What the acts share that decide on a document or an amendment of it."""

    __slots__ = ()

    def taken(self, meeting: Meeting, found: Document, *, carried: bool) -> Taken:
        """Return how it was decided. Raises Refused."""
        elsewhere = meeting.moment != found.plan.moment
        majority = meeting.plan.rules.documents_majority
        return self.decided_here(meeting, majority, carried=carried, elsewhere=elsewhere)


class AdoptDocument(DecidingDocuments, OfDocument, Act):
    """Adopt a document in its latest revision, by consensus or by a vote.

    `insist` adopts it although the quorum is lost or amendments are pending.
    """

    asks = "ask.reason_document"

    kind: Literal["adopt_document"] = "adopt_document"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Adopt it while it is open (PRACTICE section 2, row v)."""
        meeting.refuse_while_suspended()
        found = open_document(meeting, self.document)
        if found.pending and not self.insist:
            numbers = ", ".join(map(str, found.pending))
            raise Refused(
                "amendments_pending", Rule.ADOPTION, document=found.plan.title, amendments=numbers
            )
        taken = self.taken(meeting, found, carried=True)
        return [_decided(now, found, "adopted", taken, self.reason)]


class RejectDocument(DecidingDocuments, OfDocument, Act):
    """Reject a document, by consensus or by a vote that did not carry it."""

    asks = "ask.reason_document"

    kind: Literal["reject_document"] = "reject_document"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reject it while it is open."""
        found = open_document(meeting, self.document)
        taken = self.taken(meeting, found, carried=False)
        return [_decided(now, found, "rejected", taken, self.reason)]


class DeferDocument(OfDocument, Act):
    """Defer a document, for a reason; it can be taken up again later."""

    asks = "ask.reason_defer_document"

    kind: Literal["defer_document"] = "defer_document"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Defer it while it is open and not deferred yet."""
        meeting.refuse_while_suspended()
        found = open_document(meeting, self.document)
        if found.decision:
            raise Refused("document_deferred", Rule.ADOPTION, document=found.plan.title)
        reason = needs_reason(self.reason)
        return [_decided(now, found, "deferred", set_aside(meeting), reason)]


class DocumentReopened(Event):
    """A document that was decided is open again."""

    kind: Literal["document_reopened"] = "document_reopened"
    document: str
    reason: str

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the former decision as superseded; amendments and reservations stay."""
        found = find_document(meeting, self.document)
        return with_document(meeting, found.superseding(self.at)) if found else meeting


class ReopenDocument(OfDocument, Act):
    """Open a document again that was decided, for a reason."""

    asks = "ask.reason_reopen_document"

    kind: Literal["reopen_document"] = "reopen_document"
    reason: Reason | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Reopen it where it was decided or deferred."""
        meeting.refuse_while_suspended()
        found = known_document(meeting, self.document)
        if found.decision is None:
            raise Refused("document_undecided", Rule.ADOPTION, document=found.plan.title)
        reason = needs_reason(self.reason)
        return [DocumentReopened(at=now, document=self.document, reason=reason)]


def _decided(
    now: Instant, found: Document, outcome: Outcome, taken: Taken, reason: str | None
) -> DocumentDecided:
    return DocumentDecided(
        at=now,
        document=found.plan.code,
        outcome=outcome,
        revision=found.revision,
        languages=found.languages,
        reason=reason,
        **taken.flat,
    )
