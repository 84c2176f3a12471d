"""The durable record: an append-only list of rows, each bound to the former by its digest."""

from tipfloor.store.protocol import (
    Made,
    Moved,
    NotARecord,
    NotBlackedOut,
    NotErased,
    NotSaved,
    Person,
    RecordNewer,
    Row,
    Shown,
    Store,
    StoreFault,
    TimeLine,
    Unanswered,
    Unsealed,
)

__all__ = [
    "Made",
    "Moved",
    "NotARecord",
    "NotBlackedOut",
    "NotErased",
    "NotSaved",
    "Person",
    "RecordNewer",
    "Row",
    "Shown",
    "Store",
    "StoreFault",
    "TimeLine",
    "Unanswered",
    "Unsealed",
]
