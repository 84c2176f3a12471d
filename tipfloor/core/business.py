"""All the business of a meeting: importing this module makes every act and event known.

A new room is one more line here.
"""

from tipfloor.core import (
    act,
    admission,
    balloting,
    by_hand,
    calling,
    closing,
    convening,
    corrections,
    discretion,
    elections,
    event,
    floor,
    host_offers,
    inscription,
    moments,
    naming,
    nominations,
    notes,
    opening,
    orders,
    preinscription,
    presiding,
    quorum_watch,
    refusals,
    registration,
    remark_corrections,
    reopening,
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
    balloting,
    calling,
    closing,
    convening,
    corrections,
    discretion,
    elections,
    floor,
    host_offers,
    inscription,
    moments,
    naming,
    nominations,
    notes,
    opening,
    orders,
    preinscription,
    presiding,
    quorum_watch,
    refusals,
    registration,
    remark_corrections,
    reopening,
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
