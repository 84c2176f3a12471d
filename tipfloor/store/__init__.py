"""The durable record: an append-only list of rows, each bound to the former by its digest."""

from tipfloor.store.protocol import (
    Away,
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
    "Away",
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
