"""All the business of a meeting: importing this module makes every act and event known.

A new room is one more line here.
"""

from tipfloor.core import (
    act,
    admission,
    by_hand,
    calling,
    closing,
    convening,
    corrections,
    discretion,
    event,
    floor,
    inscription,
    moments,
    naming,
    notes,
    opening,
    orders,
    preinscription,
    presiding,
    quorum_watch,
    refusals,
    registration,
    remark_corrections,
    sessions,
    speakers,
    stoppages,
    suspension,
    timekeeping,
    written,
)

ROOMS = (
    by_hand,
    admission,
    calling,
    closing,
    convening,
    corrections,
    discretion,
    floor,
    inscription,
    moments,
    naming,
    notes,
    opening,
    orders,
    preinscription,
    presiding,
    quorum_watch,
    refusals,
    registration,
    remark_corrections,
    sessions,
    speakers,
    stoppages,
    suspension,
    timekeeping,
    written,
)

ACTS = act.KINDS
"""Every kind of act by its name."""

EVENTS = event.KINDS
"""Every kind of event by its name."""
