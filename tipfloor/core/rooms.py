"""Every kind of act and event by its name, whether its room is loaded yet or not."""

from __future__ import annotations

from tipfloor.core.ground.act import KINDS as KINDS_OF_ACTS
from tipfloor.core.ground.event import KINDS as KINDS_OF_EVENTS

ACTS = KINDS_OF_ACTS
"""Every kind of act by its name."""

EVENTS = KINDS_OF_EVENTS
"""Every kind of event by its name."""
