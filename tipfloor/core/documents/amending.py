"""Amendments to a document: proposed, withdrawn, or settled before it is adopted."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.deciding.deciding import set_aside
from tipfloor.core.documents.adoption import BY_VOTE, DecidedUpon, DecidingDocuments, OfDocument
from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import InLanguages, Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.subjects import proposed
from tipfloor.core.plan.programme import LongText
from tipfloor.core.registration.proposing import proposer
from tipfloor.core.state.document import (
    Document,
    DocumentAmendment,
    Outcome,
    find_document,
    open_document,
    with_document,
)
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.taken import Taken

AmendmentNumber = Annotated[int, Meta(ge=1, le=1000)]


class AmendmentProposed(Event):
    """A delegation proposed an amendment to a document."""

    version: ClassVar[int] = 2
    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["amendment_proposed"] = "amendment_proposed"
    document: str
    number: int
    delegation: str
    reference: str
    text: str
    translations: InLanguages = {}

    def apply(self, meeting: Meeting) -> Meeting:
        """Add it to the document's amendments; it was moved in the remark of who proposed it."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        made = DocumentAmendment(
            self.number,
            self.delegation,
            self.reference,
            self.text,
            self.at,
            translations=self.translations,
        )
        after = with_document(meeting, replace(found, amendments=(*found.amendments, made)))
        return proposed(after, self.delegation, document=self.document)


class ProposeAmendment(OfDocument, Act):
    """Propose an amendment: who proposes it, to which text, and its words."""

    worded: ClassVar[tuple[str, ...]] = ("text",)
    kind: Literal["propose_amendment"] = "propose_amendment"
    delegation: DelegationCode
    reference: Text
    text: LongText
    translations: InLanguages = {}

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Number it within the document while that is open; the rules say who may propose."""
        found = open_document(meeting, self.document)
        moved = AmendmentProposed(
            at=now,
            document=self.document,
            number=max((item.number for item in found.amendments), default=0) + 1,
            delegation=proposer(meeting, now, self.delegation),
            reference=self.reference,
            text=self.text,
            translations=self.translations,
        )
        return [moved]


class AmendmentDecided(DecidedUpon, Event):
    """An amendment was adopted, rejected or withdrawn."""

    version: ClassVar[int] = 2
    kind: Literal["amendment_decided"] = "amendment_decided"
    number: int

    def manner(
        self,
    ) -> Literal["", "adopted", "adopted_vote", "rejected", "rejected_vote", "withdrawn"]:
        """Tell what became of it, and whether by a vote."""
        if self.method == "vote":
            return BY_VOTE.get(self.outcome, "")
        return "" if self.outcome == "deferred" else self.outcome

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the decision with the amendment."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        decision = self.decision(meeting, self.at)
        return with_document(meeting, found.settling(self.number, decision))


class Settled(OfDocument):
    """What settling an amendment begins with: its document, its number and the outcome."""

    __slots__ = ()

    number: AmendmentNumber
    outcome: Literal["adopted", "rejected"]


class SettleAmendment(DecidingDocuments, Settled, Act):
    """Adopt or reject an amendment, by consensus or by a vote."""

    asks = "ask.reason_document"

    kind: Literal["settle_amendment"] = "settle_amendment"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Settle it while it is pending (PRACTICE section 2, row v)."""
        found = _pending(meeting, self.document, self.number)
        taken = self.taken(meeting, found, carried=self.outcome == "adopted")
        return [_decided(now, found, self.number, self.outcome, taken, self.reason)]


class WithdrawAmendment(OfDocument, Act):
    """Withdraw an amendment that was proposed."""

    kind: Literal["withdraw_amendment"] = "withdraw_amendment"
    number: AmendmentNumber

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw it while it is pending."""
        found = _pending(meeting, self.document, self.number)
        return [_decided(now, found, self.number, "withdrawn", set_aside(meeting))]


def _pending(meeting: Meeting, document: str, number: int) -> Document:
    """Return the open document of a pending amendment. Raises Refused."""
    meeting.refuse_while_suspended()
    found = open_document(meeting, document)
    amendment = found.amendment(number)
    if amendment is None:
        raise Refused(
            "unknown_amendment", Rule.ADOPTION, document=found.plan.title, amendment=number
        )
    if amendment.decision:
        raise Refused(
            "amendment_decided",
            Rule.ADOPTION,
            amendment=number,
            document=found.plan.title,
            fate=amendment.decision.outcome,
        )
    return found


def _decided(
    now: Instant,
    found: Document,
    number: int,
    outcome: Outcome,
    taken: Taken,
    reason: str | None = None,
) -> AmendmentDecided:
    return AmendmentDecided(
        at=now,
        document=found.plan.code,
        number=number,
        outcome=outcome,
        revision=found.revision,
        languages=found.languages,
        reason=reason,
        **taken.flat,
    )
