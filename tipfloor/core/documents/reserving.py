"""Reservations, footnotes and explanations on a document, before or after it is adopted."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from tipfloor.core.documents.adoption import OfDocument
from tipfloor.core.ground.act import Act, DelegationCode
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import Text
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.document import find_document, known_document, with_document
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.reservation import Recorded, Reservation


class DocumentReserved(Event):
    """A delegation put a reservation, footnote or explanation on a document on record."""

    kind: Literal["document_reserved"] = "document_reserved"
    document: str
    delegation: str
    recorded: Recorded
    reference: str | None = None
    text: str | None = None

    def manner(self) -> Literal["", "footnote", "explanation"]:
        """Tell what was put on record."""
        return "" if self.recorded == "reservation" else self.recorded

    def apply(self, meeting: Meeting) -> Meeting:
        """Attach it to the document; what was adopted stays adopted."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        made = Reservation(self.delegation, self.recorded, self.at, self.reference, self.text)
        return with_document(meeting, replace(found, reservations=(*found.reservations, made)))


class Reserve(OfDocument, Act):
    """Put a delegation's reservation, footnote or explanation on a document on record."""

    kind: Literal["reserve"] = "reserve"
    delegation: DelegationCode
    recorded: Recorded = "reservation"
    reference: Text | None = None
    text: Text | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Record it at any time, the same one once (PRACTICE section 2, row v)."""
        found = known_document(meeting, self.document)
        code = meeting.delegation(self.delegation).code
        for item in found.reservations:
            same = (item.delegation, item.kind, item.reference, item.text, item.withdrawn_at)
            if same == (code, self.recorded, self.reference, self.text, None):
                raise Refused(
                    "document_reserved",
                    Rule.ADOPTION,
                    document=found.plan.title,
                    delegation=meeting.plan.name_of(code),
                )
        reserved = DocumentReserved(
            at=now,
            document=self.document,
            delegation=code,
            recorded=self.recorded,
            reference=self.reference,
            text=self.text,
        )
        return [reserved]


class ReservationWithdrawn(Event):
    """A delegation withdrew its reservations on a document, or the one on a part of it."""

    kind: Literal["reservation_withdrawn"] = "reservation_withdrawn"
    document: str
    delegation: str
    reference: str | None = None

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep them with the time at which they were withdrawn."""
        found = find_document(meeting, self.document)
        if found is None:
            return meeting
        kept = tuple(
            replace(item, withdrawn_at=self.at)
            if _is_meant(item, self.delegation, self.reference)
            else item
            for item in found.reservations
        )
        return with_document(meeting, replace(found, reservations=kept))


class WithdrawReservation(OfDocument, Act):
    """Withdraw a delegation's reservations on a document, or the one on a part of it."""

    kind: Literal["withdraw_reservation"] = "withdraw_reservation"
    delegation: DelegationCode
    reference: Text | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Withdraw what stands."""
        found = known_document(meeting, self.document)
        code = meeting.delegation(self.delegation).code
        if not any(_is_meant(item, code, self.reference) for item in found.reservations):
            raise Refused(
                "no_reservation",
                Rule.ADOPTION,
                document=found.plan.title,
                delegation=meeting.plan.name_of(code),
            )
        withdrawn = ReservationWithdrawn(
            at=now, document=self.document, delegation=code, reference=self.reference
        )
        return [withdrawn]


def _is_meant(item: Reservation, delegation: str, reference: str | None) -> bool:
    in_place = reference is None or item.reference == reference
    return item.is_open and item.delegation == delegation and in_place
